// tus-server.mjs --cert F --key F --directory D [--cut BYTES]: a tus server of another make (@tus/server),
// for the client's uploader. Prints {"url": …} when it listens. With --cut the line is cut once, after that
// many bytes of the first PATCH. GET of a complete upload answers as the contract has it.
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import https from "node:https";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const { values } = parseArgs({
  options: {
    cert: { type: "string" }, key: { type: "string" }, directory: { type: "string" }, cut: { type: "string" } },
});
const store = new FileStore({ directory: values.directory });
const tus = new Server({ path: "/v1/uploads", datastore: store, relativeLocation: true });
let cutAfter = values.cut ? Number(values.cut) : 0;

async function describe(id, response) {
  const upload = await store.getUpload(id).catch(() => null);
  if (!upload || upload.offset !== upload.size) return void response.writeHead(404).end();
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(join(values.directory, id))) hash.update(bytes);
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({
    id, sha256: hash.digest("hex"), mime: upload.metadata?.filetype ?? "", width: 640, height: 360,
    duration_s: null, bytes: upload.size }));
}

const server = https.createServer({ cert: readFileSync(values.cert), key: readFileSync(values.key) }, (request, response) => {
  console.log(JSON.stringify({ method: request.method, path: request.url, offset: request.headers["upload-offset"] ?? null,
    checksum: request.headers["upload-checksum"] ?? null, metadata: request.headers["upload-metadata"] ?? null }));
  const id = /^\/v1\/uploads\/([^/?]+)$/.exec(request.url)?.[1];
  if (request.method === "GET" && id) return void describe(id, response);
  if (request.method === "PATCH" && cutAfter > 0) {
    // Counted as it comes in: a listener for "data" would set the stream flowing before tus reads it.
    const push = request.push.bind(request);
    let received = 0;
    request.push = (bytes, ...more) => {
      received += bytes?.length ?? 0;
      if (cutAfter > 0 && received >= cutAfter) {
        cutAfter = 0;
        setImmediate(() => request.socket.destroy());
      }
      return push(bytes, ...more);
    };
  }
  tus.handle(request, response);
});
server.listen(0, "127.0.0.1", () =>
  console.log(JSON.stringify({ url: `https://127.0.0.1:${server.address().port}` })));
process.on("SIGTERM", () => process.exit(0));
