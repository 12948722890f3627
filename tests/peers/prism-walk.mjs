// prism-walk.mjs FACET-SERVICE OPENAPI: a walk through every resource of the contract with Prism in between.
// Whatever Prism cannot pass on (event streams are followed to their end, pictures are bytes) is held against
// openapi.yaml by its schemas as well.
import { randomUUID } from "node:crypto";
import { Report } from "./dump.mjs";
import { OpenApi } from "./openapi.mjs";
import { picture } from "./picture.mjs";
import { problemsOf, withPrism } from "./prism.mjs";
import { withService } from "./service.mjs";
import { idOf, sha256, upload } from "./upload.mjs";

const [program, openapi] = process.argv.slice(2);
const report = new Report();
const api = new OpenApi(openapi);
const walked = new Set();

await withService(program, { plan: "plus" }, (service) => withPrism(openapi, service.url, async (at) => {
  const spends = () => ({ "Idempotency-Key": randomUUID() });

  /** One request through Prism, of an operation of openapi.yaml, that must be answered with `status`. */
  async function step(operation, status, method, path, options = {}) {
    const answer = await service.request(method, path, { at, ...options });
    walked.add(operation);
    const problems = problemsOf(answer);
    if (problems.length === 0 && answer.status !== status)
      problems.push(`expected ${status}, found ${answer.status}: ${answer.bytes.toString("utf8").slice(0, 400)}`);
    report.check(`${operation} ${status} ${method} ${path}`, problems);
    return answer;
  }

  /** Straight to the service, for requests that Prism itself would refuse; the answer must be the problem. */
  async function refused(name, status, code, schema, method, path, options = {}) {
    const answer = await service.request(method, path, options);
    const problems = api.problems(schema, answer.json ?? null);
    if (answer.status !== status || answer.json?.code !== code)
      problems.push(`expected ${status} ${code}, found ${answer.status} ${answer.json?.code}`);
    if (!(answer.headers.get("content-type") ?? "").startsWith("application/problem+json"))
      problems.push(`content type ${answer.headers.get("content-type")}`);
    if (answer.json?.request_id !== answer.headers.get("x-request-id")) problems.push("request_id is not X-Request-Id");
    if (answer.json?.status !== status) problems.push(`member status is ${answer.json?.status}`);
    report.check(`refused: ${name}`, problems);
    return answer;
  }

  // Service, account, plans, agents, models.
  await step("getService", 200, "GET", "/v1/service");
  await step("getAccount", 200, "GET", "/v1/account");
  await step("listPlans", 200, "GET", "/v1/plans");
  await step("listAgents", 200, "GET", "/v1/agents");
  const models = await step("listModels", 200, "GET", "/v1/models");
  const etag = models.headers.get("etag");
  await step("listModels", 304, "GET", "/v1/models", { headers: { "If-None-Match": etag } });
  const video = models.json.items.find((model) => model.kind === "video" && model.methods.includes("start_end"));
  const carat = models.json.items.find((model) => model.per_generation_credits === 33) ?? video;
  const dear = models.json.items.find((model) => model.kind === "video" && model.per_generation_credits > 500);

  // Uploads. The bytes go straight to the service (Prism reads bodies as text); the rest through Prism.
  const pictures = [picture(640, 360, 0), picture(640, 360, 1)];
  const uploads = [];
  for (const [index, bytes] of pictures.entries()) uploads.push(idOf(await upload(service, bytes, `f${index}.png`)));
  const tus = { "Tus-Resumable": "1.0.0" };
  const metadata = (bytes) => ["filename", "f.png", "filetype", "image/png", "sha256", sha256(bytes)]
    .reduce((all, word, i) => all + (i % 2 ? `${Buffer.from(word).toString("base64")}` : `${i ? "," : ""}${word} `), "");
  await step("uploadOptions", 204, "OPTIONS", "/v1/uploads");
  const known = await step("createUpload", 201, "POST", "/v1/uploads",
    { headers: { ...tus, "Upload-Length": String(pictures[0].length), "Upload-Metadata": metadata(pictures[0]) } });
  report.check("known bytes are complete at once",
    known.headers.get("upload-offset") === String(pictures[0].length) ? [] : [String(known.headers.get("upload-offset"))]);
  await step("getUpload", 200, "GET", `/v1/uploads/${uploads[0]}`);
  await step("getUpload", 404, "GET", "/v1/uploads/nobody");
  const text = Buffer.from("not yet a picture");
  const begun = await step("createUpload", 201, "POST", "/v1/uploads",
    { headers: { ...tus, "Upload-Length": "1000", "Upload-Metadata": metadata(text) } });
  const place = new URL(begun.headers.get("location") ?? "/v1/uploads/none", service.url).pathname;
  await step("getUploadOffset", 200, "HEAD", place, { headers: tus });
  await step("appendUpload", 204, "PATCH", place,
    { body: text, headers: { ...tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" } });
  await step("appendUpload", 409, "PATCH", place,
    { body: text, headers: { ...tus, "Upload-Offset": "3", "Content-Type": "application/offset+octet-stream" } });
  await step("appendUpload", 460, "PATCH", place,
    { body: text, headers: { ...tus, "Upload-Offset": String(text.length), "Content-Type": "application/offset+octet-stream",
      "Upload-Checksum": `sha256 ${Buffer.alloc(32).toString("base64")}` } });
  await step("deleteUpload", 204, "DELETE", place, { headers: tus });
  await step("deleteUpload", 404, "DELETE", "/v1/uploads/nobody", { headers: tus });
  await step("createUpload", 413, "POST", "/v1/uploads",
    { headers: { ...tus, "Upload-Length": "99999999999999", "Upload-Metadata": metadata(text) } });

  // Quotes.
  const inputs = [{ role: "start_frame", upload_id: uploads[0] }, { role: "end_frame", upload_id: uploads[1] }];
  await step("quote", 200, "POST", "/v1/quotes", { json: { agent: "1.0", model_id: null, prompt: "Push in", inputs, options: {} } });
  await step("quote", 200, "POST", "/v1/quotes",
    { json: { agent: "2.0", model_id: carat.id, prompt: "파도", inputs: [{ role: "reference" }], options: { duration_s: 5 } } });
  await step("quote", 200, "POST", "/v1/quotes", { json: { agent: "1.0", model_id: null, prompt: "Hello!", inputs: [], options: {} } });
  if (dear)
    await step("quote", 200, "POST", "/v1/quotes", { json: { agent: "1.0", model_id: dear.id, prompt: "A whale", inputs: [], options: { count: 4 } } });

  // A generation, its events, its files.
  const body = { agent: "1.0", model_id: carat.id, prompt: "Push in", inputs, options: { duration_s: 5 }, max_credits: 33, client_ref: randomUUID() };
  const key = spends();
  const created = await step("createGeneration", 201, "POST", "/v1/generations", { json: body, headers: key });
  const id = created.json?.id ?? "none";
  const again = await service.post("/v1/generations", body, { headers: key });
  report.check("the same key makes one generation", again.json?.id === id ? [] : [JSON.stringify(again.json)]);
  await step("createGeneration", 409, "POST", "/v1/generations", { json: { ...body, prompt: "Other" }, headers: key });
  await step("createGeneration", 409, "POST", "/v1/generations", { json: { ...body, max_credits: 32 }, headers: spends() });
  await step("createGeneration", 422, "POST", "/v1/generations", { json: { ...body, options: { duration_s: 999 } }, headers: spends() });
  await step("createGeneration", 422, "POST", "/v1/generations", { json: { ...body, options: { resolution: "13p" } }, headers: spends() });
  await step("createGeneration", 422, "POST", "/v1/generations",
    { json: { ...body, inputs: [{ role: "video", upload_id: uploads[0] }] }, headers: spends() });
  await step("createGeneration", 404, "POST", "/v1/generations", { json: { ...body, model_id: "nobody" }, headers: spends() });
  await step("getGeneration", 200, "GET", `/v1/generations/${id}`);
  await step("getGeneration", 404, "GET", "/v1/generations/nobody");
  await step("listGenerations", 200, "GET", "/v1/generations?limit=1");
  const stream = await step("followGeneration", 200, "GET", `/v1/generations/${id}/events`);
  const events = stream.bytes.toString("utf8").split("\n\n").filter((block) => block.includes("data:")).map((block) => {
    const field = (name) => block.split("\n").filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim()).join("\n");
    return { id: field("id"), type: field("event"), data: JSON.parse(field("data")) };
  });
  report.check("the stream begins with the resource", events[0]?.type === "generation" ? [] : [JSON.stringify(events[0])]);
  for (const event of events) {
    report.check(`event ${event.type}`, api.problems(event.type === "generation" ? "Generation" : "JsonPatch", event.data));
    report.check("it has an id", event.id ? [] : ["none"]);
  }
  await step("followGeneration", 404, "GET", "/v1/generations/nobody/events");
  const final = await service.finalGeneration(id);
  report.check("it succeeded", final.status === "succeeded" ? [] : [JSON.stringify(final)]);
  report.check("33 were taken", final.charged_credits === 33 ? [] : [String(final.charged_credits)]);
  const doomed = await step("createGeneration", 201, "POST", "/v1/generations",
    { json: { ...body, client_ref: randomUUID() }, headers: spends() });
  await step("cancelGeneration", 200, "POST", `/v1/generations/${doomed.json?.id}/cancel`);
  await step("cancelGeneration", 404, "POST", "/v1/generations/nobody/cancel");
  const cancelled = await service.finalGeneration(doomed.json?.id);
  report.check("cancelled takes nothing", cancelled.status === "cancelled" && cancelled.charged_credits === 0 ? [] : [JSON.stringify(cancelled)]);

  // The order of what waits, behind as many as the plan lets run at once.
  const queue = [];
  for (let i = 0; i < 6; i++)
    queue.push((await service.post("/v1/generations", { ...body, client_ref: randomUUID() }, { headers: spends() })).json?.id);
  const moved = await step("moveGeneration", 200, "POST", `/v1/generations/${queue[5]}/move`, { json: { before: queue[4] } });
  const behind = await service.get(`/v1/generations/${queue[4]}`);
  report.check("it waits before the other", moved.json?.queue_position + 1 === behind.json?.queue_position
    ? [] : [`${moved.json?.queue_position} and ${behind.json?.queue_position}`]);
  await step("moveGeneration", 200, "POST", `/v1/generations/${queue[5]}/move`, { json: { before: null } });
  await step("moveGeneration", 404, "POST", "/v1/generations/nobody/move", { json: { before: null } });
  for (const one of queue.reverse()) await service.post(`/v1/generations/${one}/cancel`);
  for (const one of queue) await service.finalGeneration(one);

  const asset = final.assets[0];
  const content = `/v1/assets/${asset?.id}/content`;
  await step("getAssetContent", 200, "GET", content);
  await step("getAssetContent", 206, "GET", content, { headers: { Range: "bytes=0-99" } });
  await step("getAssetContent", 416, "GET", content, { headers: { Range: `bytes=${asset?.bytes}-` } });
  await step("getAssetContent", 200, "GET", `${content}?variant=poster`);
  await step("getAssetContent", 404, "GET", "/v1/assets/nobody/content");
  await step("headAssetContent", 200, "HEAD", content);
  const whole = await service.get(content);
  const [a, b] = [await service.get(content, { headers: { Range: "bytes=0-999" } }), await service.get(content, { headers: { Range: "bytes=1000-" } })];
  report.check("ranges make up the file", sha256(Buffer.concat([a.bytes, b.bytes])) === asset?.sha256 ? [] : ["they do not"]);
  report.check("the file is the one promised", sha256(whole.bytes) === asset?.sha256 ? [] : ["it is not"]);
  report.check("its ETag is its hash", whole.headers.get("etag") === `"sha256-${asset?.sha256}"` ? [] : [whole.headers.get("etag")]);
  const stale = await service.get(content, { headers: { Range: "bytes=0-99", "If-Range": "\"sha256-other\"" } });
  report.check("If-Range of another file: the whole", stale.status === 200 ? [] : [String(stale.status)]);

  // Ledger, top-ups.
  await step("listLedger", 200, "GET", "/v1/ledger?limit=2");
  const page = await step("listLedger", 200, "GET", "/v1/ledger?limit=1");
  if (page.json?.next_cursor)
    await step("listLedger", 200, "GET", `/v1/ledger?limit=1&cursor=${encodeURIComponent(page.json.next_cursor)}`);
  await step("listLedger", 200, "GET", "/v1/ledger?format=csv");
  await step("topUp", 201, "POST", "/v1/top_ups", { json: { credits: 1000 }, headers: spends() });

  // Agent runs.
  const run = (more = {}) => ({
    protocolVersion: "1.0", threadId: randomUUID(), runId: randomUUID(), state: {}, tools: [], context: [],
    messages: [{ id: randomUUID(), role: "user", content: [{ type: "text", text: "Hello!" }] }],
    forwardedProps: { facet: { model_id: null, options: {}, max_credits: 0, quote_id: null, client_ref: randomUUID(), confirm_above: null } },
    ...more,
  });
  const first = run();
  const talk = await step("runAgent", 200, "POST", "/v1/agents/1.0/runs", { json: first, headers: spends() });
  const said = talk.bytes.toString("utf8").split("\n").filter((line) => line.startsWith("data:")).map((line) => JSON.parse(line.slice(5)));
  for (const event of said) report.check(`run event ${event.type}`, api.problems("AgUiEvent", event));
  const paid = run({ forwardedProps: { facet: { model_id: null, options: {}, max_credits: 4, quote_id: null, client_ref: randomUUID(), confirm_above: null } } });
  const before = (await service.get("/v1/account")).json.balance.credits;
  await step("runAgent", 200, "POST", "/v1/agents/2.0/runs", { json: paid, headers: spends() });
  report.check("a turn with Agent 2.0 takes 4", before - (await service.get("/v1/account")).json.balance.credits === 4 ? [] : ["it does not"]);
  await step("runAgent", 409, "POST", "/v1/agents/2.0/runs", { json: run(), headers: spends() });
  await step("replayRun", 200, "GET", `/v1/agents/1.0/runs/${first.runId}/events`);
  await step("replayRun", 404, "GET", "/v1/agents/1.0/runs/nobody/events");

  // Connections: none of the bundled service's engines takes one without being asked.
  await step("listConnections", 200, "GET", "/v1/connections");
  await step("getConnection", 404, "GET", "/v1/connections/nobody");
  await step("putConnection", 404, "PUT", "/v1/connections/nobody", { json: { secret: "x" } });
  await step("deleteConnection", 404, "DELETE", "/v1/connections/nobody");

  // Plans: Free cannot pay for what is dear.
  await step("changePlan", 200, "PATCH", "/v1/account", { json: { plan_id: "free" } });
  const poor = (await service.get("/v1/account")).json.balance.credits;
  const dearest = { count: Math.max(...dear.options.counts), duration_s: Math.max(...dear.options.durations_s),
    resolution: dear.options.resolutions.at(-1) };
  const beyond = { ...body, model_id: dear.id, inputs: [], options: dearest };
  delete beyond.max_credits;
  const verdict = await step("quote", 200, "POST", "/v1/quotes", { json: { agent: "1.0", model_id: dear.id, prompt: "A whale", inputs: [], options: dearest } });
  report.check("Free cannot pay for it", verdict.json?.total_credits > poor && verdict.json?.blocked_by === "generation_credits"
    ? [] : [JSON.stringify(verdict.json)]);
  const unpaid = await step("createGeneration", 402, "POST", "/v1/generations", { json: beyond, headers: spends() });
  report.check("402 tells both sums", unpaid.json?.required === verdict.json?.total_credits && unpaid.json?.balance === poor
    ? [] : [JSON.stringify(unpaid.json)]);
  await step("changePlan", 422, "PATCH", "/v1/account", { json: { plan_id: "nobody" } });

  // Refusals that Prism would make itself.
  const json = { json: body };
  await refused("no token", 401, "unauthorized", "UnauthorizedProblem", "GET", "/v1/account", { headers: { Authorization: "" } });
  await refused("wrong token", 401, "unauthorized", "UnauthorizedProblem", "GET", "/v1/account", { headers: { Authorization: "Bearer wrong" } });
  await refused("no Idempotency-Key", 400, "bad_request", "Problem", "POST", "/v1/generations", json);
  await refused("no such path", 404, "not_found", "NotFoundProblem", "GET", "/v1/nothing");
  await refused("broken JSON", 400, "bad_request", "Problem", "POST", "/v1/quotes",
    { body: "{", headers: { "Content-Type": "application/json" } });
  await refused("missing member", 400, "bad_request", "Problem", "POST", "/v1/quotes", { json: { agent: "1.0" } });
  const korean = await service.get("/v1/account", { headers: { Authorization: "Bearer wrong", "Accept-Language": "ko" } });
  report.check("problems in Korean", /[가-힣]/.test(korean.json?.detail ?? "") ? [] : [JSON.stringify(korean.json)]);

  // Every operation of openapi.yaml was walked.
  const operations = Object.values(api.document.paths).flatMap((item) =>
    Object.values(item).map((operation) => operation?.operationId).filter(Boolean));
  report.check("every operation was walked", operations.filter((operation) => !walked.has(operation)));
}));
if (process.env.FACET_PEER_READY) report.end(80);
