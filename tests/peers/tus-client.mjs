// tus-client.mjs FACET-SERVICE: tus-js-client uploads to it whole, in pieces, and resumed after a cut.
import net from "node:net";
import * as tus from "tus-js-client";
import { Report } from "./dump.mjs";
import { picture } from "./picture.mjs";
import { withService } from "./service.mjs";
import { idOf, sha256, upload } from "./upload.mjs";

const report = new Report();
const expect = (name, condition, found = "") => report.check(name, condition ? [] : [`found ${JSON.stringify(found)}`]);

/** A wire that can be cut: everything passes until `bytes` have gone towards the service. */
function wire(target) {
  const { hostname, port } = new URL(target);
  const state = { left: Infinity, cuts: 0 };
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    const end = () => { near.destroy(); far.destroy(); };
    near.on("data", (bytes) => {
      if (state.left === Infinity) return void far.write(bytes);
      if (bytes.length < state.left) {
        state.left -= bytes.length;
        return void far.write(bytes);
      }
      const last = bytes.subarray(0, state.left);
      state.left = Infinity;
      state.cuts += 1;
      // What was sent before the cut does arrive.
      far.write(last, () => far.end());
      near.destroy();
    });
    far.on("data", (bytes) => near.write(bytes));
    for (const side of [near, far]) { side.on("error", end); side.on("close", end); }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    state, url: `https://127.0.0.1:${server.address().port}`, close: () => server.close(),
  })));
}

await withService(process.argv[2], {}, async (service) => {
  // What the service says of itself.
  const options = await service.request("OPTIONS", "/v1/uploads");
  expect("OPTIONS answers 204", options.status === 204, options.status);
  const extensions = (options.headers.get("tus-extension") ?? "").split(",");
  for (const wanted of ["creation", "creation-with-upload", "checksum", "termination"])
    expect(`offers ${wanted}`, extensions.includes(wanted), extensions);
  expect("offers sha256", (options.headers.get("tus-checksum-algorithm") ?? "").split(",").includes("sha256"));

  const recognised = async (name, one, bytes, width, height) => {
    const found = (await service.get(`/v1/uploads/${idOf(one)}`)).json;
    expect(`${name}: sha256`, found?.sha256 === sha256(bytes), found);
    expect(`${name}: type by content`, found?.mime === "image/png", found);
    expect(`${name}: size`, found?.width === width && found?.height === height && found?.bytes === bytes.length, found);
  };

  const small = picture(320, 180, 0);
  await recognised("whole", await upload(service, small, "하나.png"), small, 320, 180);

  const pieces = picture(320, 180, 0.3, { noise: 40 });
  await recognised("in pieces", await upload(service, pieces, "b.png", { chunkSize: 16 * 1024 }), pieces, 320, 180);

  const withCreation = picture(320, 180, 0.6, { noise: 40 });
  await recognised("with its creation",
    await upload(service, withCreation, "c.png", { uploadDataDuringCreation: true }), withCreation, 320, 180);

  // The same bytes again need not be kept again. tus-js-client does not look at the Upload-Offset of a plain
  // creation: it tries from 0, is told 409, asks HEAD, and finds that all is there.
  const answers = [];
  const again = await upload(service, small, "again.png", {
    retryDelays: [0],
    onAfterResponse: (request, response) => void answers.push([request.getMethod(), response.getStatus(), response.getHeader("Upload-Offset")]),
  });
  expect("known bytes are complete at creation", answers[0]?.[0] === "POST" && answers[0]?.[2] === String(small.length), answers);
  expect("known bytes are not taken again", !answers.some(([method, status]) => method === "PATCH" && status === 204), answers);
  await recognised("known bytes", again, small, 320, 180);

  // Cut in the middle, then resumed by a new Upload that only knows the address.
  const large = picture(1600, 900, 0.5, { noise: 120 });
  const line = await wire(service.url);
  const cutService = Object.assign(Object.create(Object.getPrototypeOf(service)), service, { url: line.url });
  let begun;
  const failure = await upload(cutService, large, "large.png", {
    begin: (one) => {
      begun = one;
      one.options.onUploadUrlAvailable = () => (line.state.left = Math.floor(large.length / 2));
      one.start();
    },
  }).then(() => null, (error) => error);
  expect("the line was cut", failure !== null && line.state.cuts === 1, String(failure));
  expect("the upload had an address", Boolean(begun.url), begun.url);
  const path = new URL(begun.url).pathname;
  const kept = async () => Number((await service.request("HEAD", path,
    { headers: { "Tus-Resumable": "1.0.0" } })).headers.get("upload-offset"));
  let offset = await kept();
  for (let tries = 0; offset === 0 && tries < 25; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    offset = await kept();
  }
  expect("what arrived before the cut is kept", offset > 0 && offset < large.length, [offset, large.length]);
  // Bytes of the cut line may still be on their way to the disk: then it is told 409 and asks again.
  const starts = [];
  const resumed = await upload(service, large, "large.png", {
    retryDelays: [0, 100, 300, 1000],
    uploadUrl: new URL(path, service.url).href,
    onBeforeRequest: (request) => {
      if (request.getMethod() === "PATCH") starts.push(Number(request.getHeader("Upload-Offset")));
    },
  });
  expect("it goes on from there", starts.length >= 1 && starts.every((start) => start >= offset), [starts, offset]);
  await recognised("after the cut", resumed, large, 1600, 900);
  line.close();

  // Damaged bytes are refused and not kept (checksum extension).
  const victim = picture(320, 180, 0.9, { noise: 60 });
  const tusHeaders = { "Tus-Resumable": "1.0.0" };
  const meta = (bytes) => `filename ${Buffer.from("d.png").toString("base64")},filetype ${Buffer.from("image/png").toString("base64")},sha256 ${Buffer.from(sha256(bytes)).toString("base64")}`;
  const created = await service.request("POST", "/v1/uploads",
    { headers: { ...tusHeaders, "Upload-Length": String(victim.length), "Upload-Metadata": meta(victim) } });
  const place = new URL(created.headers.get("location"), service.url).pathname;
  const damaged = await service.request("PATCH", place, {
    body: victim,
    headers: { ...tusHeaders, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream",
      "Upload-Checksum": `sha256 ${Buffer.alloc(32).toString("base64")}` },
  });
  expect("damaged bytes: 460", damaged.status === 460, damaged.status);
  const head = await service.request("HEAD", place, { headers: tusHeaders });
  expect("damaged bytes: none kept", head.headers.get("upload-offset") === "0", head.headers.get("upload-offset"));
  const wrongPlace = await service.request("PATCH", place, {
    body: victim, headers: { ...tusHeaders, "Upload-Offset": "7", "Content-Type": "application/offset+octet-stream" } });
  expect("another offset: 409", wrongPlace.status === 409, wrongPlace.status);

  // Given up.
  await tus.Upload.terminate(new URL(place, service.url).href, { headers: service.headers() });
  const gone = await service.request("HEAD", place, { headers: tusHeaders });
  expect("terminated: gone", gone.status === 404 || gone.status === 410, gone.status);

  // Something that is no picture, whatever its name says.
  const lie = Buffer.from("#!/bin/sh\necho not a picture\n".repeat(40));
  const refused = await upload(service, lie, "lie.png").then(
    async (one) => (await service.get(`/v1/uploads/${idOf(one)}`)).status, (error) => error.originalResponse?.getStatus());
  expect("a lie about the type is refused", refused === 422 || refused === 415, refused);

  // Plain HTTP on the same port is refused.
  const { hostname, port } = new URL(service.url);
  const plain = await fetch(`http://${hostname}:${port}/v1/service`).then((answer) => answer.status, () => "refused");
  expect("plain HTTP is refused", plain === "refused" || plain >= 400, plain);

  report.end(25);
});
