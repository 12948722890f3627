// agui-client.mjs FACET-SERVICE: AG-UI's own client holds a conversation with Agent 1.0: two frames become a
// video, and every event passes AG-UI's validators.
import { randomUUID } from "node:crypto";
import { HttpAgent } from "@ag-ui/client";
import { EventSchemas } from "@ag-ui/core/schemas";
import { Report } from "./dump.mjs";
import { picture } from "./picture.mjs";
import { withService } from "./service.mjs";
import { idOf, sha256, upload } from "./upload.mjs";

const report = new Report();
const expect = (name, condition, found = "") => report.check(name, condition ? [] : [`found ${JSON.stringify(found)}`]);
const issues = (event) => {
  const result = EventSchemas.safeParse(event);
  return result.success ? [] : result.error.issues.map((issue) => `/${issue.path.join("/")} ${issue.message}`);
};

/** The raw events of an SSE body, as they were on the wire. */
function sseEvents(text) {
  return text.split("\n\n").filter((block) => block.includes("data:")).map((block) => {
    const lines = block.split("\n");
    return {
      id: lines.find((line) => line.startsWith("id:"))?.slice(3).trim(),
      event: JSON.parse(lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n")),
    };
  });
}

await withService(process.argv[2], { plan: "premium" }, async (service) => {
  const agents = (await service.get("/v1/agents")).json.items;
  const agent1 = agents.find((agent) => agent.version === "1.0");
  expect("Agent 1.0 is there", agent1 !== undefined, agents);
  const runUrl = new URL(agent1.run_url, service.url);

  const frames = [picture(640, 360, 0), picture(640, 360, 1)];
  const ids = [];
  for (const [index, bytes] of frames.entries()) ids.push(idOf(await upload(service, bytes, `frame${index}.png`)));

  const threadId = randomUUID();
  const raw = [];
  const seen = [];
  const agent = new HttpAgent({
    url: runUrl.href,
    threadId,
    headers: service.headers(),
    fetch: async (url, init) => {
      const response = await fetch(url, {
        ...init, headers: { ...init.headers, "X-Request-Id": randomUUID(), "Idempotency-Key": randomUUID() } });
      const [one, two] = response.body?.tee() ?? [null, null];
      if (two) raw.push(new Response(two).text());
      return new Response(one, response);
    },
  });
  const turn = async (content, facet, more = {}) => {
    seen.length = 0;
    agent.addMessage({ id: randomUUID(), role: "user", content });
    const runId = randomUUID();
    const result = await agent.runAgent({ runId, forwardedProps: { facet: { client_ref: randomUUID(), ...facet } }, ...more },
      { onEvent: ({ event }) => void seen.push(structuredClone(event)) });
    const wire = sseEvents(await raw.at(-1));
    for (const { event } of wire) report.check(`on the wire: ${event.type}`, issues(event));
    for (const { id, event } of wire) expect(`${event.type} has an id`, Boolean(id), id);
    return { runId, wire, result, types: wire.map(({ event }) => event.type) };
  };

  // A greeting makes nothing.
  const hello = await turn("Hello!", { options: {}, max_credits: 0 });
  expect("a greeting starts a run", hello.types[0] === "RUN_STARTED", hello.types);
  expect("a greeting is answered", hello.types.includes("TEXT_MESSAGE_CONTENT"), hello.types);
  expect("a greeting makes nothing", !hello.types.includes("TOOL_CALL_START"), hello.types);
  expect("a greeting ends", hello.types.at(-1) === "RUN_FINISHED", hello.types);

  // Two frames become a video.
  const video = await turn([
    { type: "text", text: "Move from the first to the second, 5 seconds" },
    { type: "image", source: { type: "file", value: ids[0] }, metadata: { role: "start_frame" } },
    { type: "image", source: { type: "file", value: ids[1] }, metadata: { role: "end_frame" } },
  ], { options: { resolution: "720p" }, max_credits: 0 });
  const of = (type) => video.wire.map(({ event }) => event).filter((event) => event.type === type);
  expect("the run starts", video.types[0] === "RUN_STARTED", video.types);
  expect("the run ends", video.types.at(-1) === "RUN_FINISHED", video.types);
  expect("the run succeeds", of("RUN_FINISHED")[0]?.outcome?.type === "success", of("RUN_FINISHED")[0]);
  const call = of("TOOL_CALL_START")[0];
  expect("generate_video is called", call?.toolCallName === "generate_video", call);
  const args = JSON.parse(of("TOOL_CALL_ARGS").filter((e) => e.toolCallId === call?.toolCallId).map((e) => e.delta).join("") || "{}");
  expect("its arguments name the model", typeof args.model_id === "string" && args.model_id.length > 0, args);
  const snapshot = of("ACTIVITY_SNAPSHOT").find((event) => event.activityType === "generation");
  expect("the generation is shown", snapshot?.content?.id !== undefined, snapshot);
  const id = snapshot?.content?.id;
  expect("by start and end frame", snapshot?.content?.method === "start_end", snapshot?.content?.method);
  expect("covered on Premium", snapshot?.content?.covered === true && snapshot?.content?.quoted_credits === 0, snapshot?.content);
  expect("it is a draft and says so", snapshot?.content?.draft === true, snapshot?.content?.draft);
  expect("the balance is told", of("STATE_SNAPSHOT").some((event) => event.snapshot?.balance)
    || of("STATE_DELTA").length > 0, video.types);

  const done = await service.finalGeneration(id);
  expect("it succeeded", done.status === "succeeded", [done.status, done.error]);
  expect("nothing was charged", done.charged_credits === 0, done.charged_credits);
  const asset = done.assets[0];
  const file = await service.get(`/v1/assets/${asset.id}/content`);
  expect("the file is the one promised", sha256(file.bytes) === asset.sha256 && file.bytes.length === asset.bytes, asset);
  expect("it is an MP4", file.bytes.subarray(4, 8).toString("latin1") === "ftyp", file.bytes.subarray(4, 8));
  // The client's own picture of it, patched by every delta, is the resource.
  const activity = agent.messages.find((message) => message.role === "activity" && message.content?.id === id);
  expect("the client followed it", activity !== undefined, agent.messages.map((message) => message.role));
  if (["succeeded", "failed"].includes(activity?.content?.status))
    expect("the client's copy is the resource", JSON.stringify(sorted(activity.content)) === JSON.stringify(sorted(done)),
      [activity.content, done]);
  expect("the client knows the balance", agent.state?.balance?.credits !== undefined, agent.state);

  // The run again, whole and from the middle. Steps of progress need not be kept: a later snapshot says all
  // that they said.
  const path = `${runUrl.pathname}/${video.runId}/events`;
  const replay = sseEvents((await service.get(path)).bytes.toString("utf8"));
  for (const { event } of replay) report.check(`replayed: ${event.type}`, issues(event));
  const kept = (events) => events.filter(({ event }) => event.type !== "ACTIVITY_DELTA").map(({ id: i, event }) => [i, event]);
  const same = (a, b) => JSON.stringify(sorted(kept(a))) === JSON.stringify(sorted(kept(b)));
  expect("the replay tells what the stream told", same(video.wire, replay), [kept(video.wire), kept(replay)]);
  const numbers = replay.map(({ id: number }) => Number(number));
  expect("ids grow", numbers.every((number, i) => i === 0 || number > numbers[i - 1]), numbers);
  const lastTold = replay.filter(({ event }) => event.type === "ACTIVITY_SNAPSHOT").at(-1).event.content;
  expect("the replay ends with the resource", JSON.stringify(sorted(lastTold)) === JSON.stringify(sorted(done)), lastTold);
  const middle = Math.floor(replay.length / 2);
  const rest = sseEvents((await service.get(path, { headers: { "Last-Event-ID": replay[middle].id } })).bytes.toString("utf8"));
  expect("it is resumed after the last event", same(rest, replay.slice(middle + 1)), rest.map(({ event }) => event.type));
  expect("an unknown run: 404", (await service.get(`${runUrl.pathname}/nobody/events`)).status === 404);

  // Editing one element inside a finished video is not supported, and the agent says so.
  const refusal = await turn("Remove the hat from the video", { options: {}, max_credits: 1000 });
  expect("no tool for editing a video", !refusal.types.includes("TOOL_CALL_START"), refusal.types);
  expect("but an answer", refusal.types.includes("TEXT_MESSAGE_CONTENT"), refusal.types);

  // Over the price lock: refused before anything happens, with the quote as it is now.
  const before = (await service.get("/v1/account")).json.balance;
  const locked = await turn("A whale at night, with Veo 3.1", { options: {}, max_credits: 1 }).then(() => null, (error) => error);
  expect("over the lock: 409", locked?.status === 409, String(locked));
  expect("over the lock: the new quote", JSON.parse(locked?.payload ?? "{}").quote?.total_credits > 1, locked?.payload);

  // A client that showed no price is asked before anything is taken.
  const asked = await turn("A whale at night, with Veo 3.1", { options: {} });
  const end = asked.wire.at(-1).event;
  const interrupt = end.outcome?.interrupts?.[0];
  expect("it asks before it spends more", end.type === "RUN_FINISHED" && interrupt?.reason === "approve_cost", end);
  expect("it shows the quote", interrupt?.metadata?.quote?.total_credits > 1, interrupt?.metadata);
  expect("it has taken nothing", (await service.get("/v1/account")).json.balance.credits === before.credits, before);
  const approve = async (question) => {
    seen.length = 0;
    await agent.runAgent({ runId: randomUUID(),
      forwardedProps: { facet: { client_ref: randomUUID(), options: {}, max_credits: question.metadata.quote.total_credits } },
      resume: [{ interruptId: question.id, status: "resolved", payload: { approved: true } }] });
    const wire = sseEvents(await raw.at(-1));
    for (const { event } of wire) report.check(`resumed, on the wire: ${event.type}`, issues(event));
    return wire.map(({ event }) => event);
  };
  if (interrupt) {
    const cancelled = new Set();
    const cancelling = setInterval(async () => { // nobody waits for a whole draft of it here
      for (const one of (await service.get("/v1/generations")).json.items)
        if (["queued", "running"].includes(one.status) && !cancelled.has(one.id)) {
          cancelled.add(one.id);
          await service.post(`/v1/generations/${one.id}/cancel`);
        }
    }, 200);
    const resumed = await approve(interrupt).finally(() => clearInterval(cancelling));
    expect("approved: it is made", resumed.some((event) => event.type === "TOOL_CALL_START"), resumed.map((e) => e.type));
  }

  // Several generations at once: a plan, asked about whatever it takes, then one after the other.
  const start = (await service.get("/v1/account")).json.balance;
  const planned = await turn("Draw a red fox and animate it", { options: {}, max_credits: 100 });
  const question = planned.wire.at(-1).event.outcome?.interrupts?.[0];
  const steps = question?.metadata?.quote?.steps;
  expect("a plan is asked about", question?.reason === "approve_cost" && steps?.length === 2, question);
  expect("its sum is that of its steps",
    question?.metadata?.quote?.total_credits === steps?.reduce((sum, step) => sum + step.generation_credits, 0), question?.metadata);
  expect("the second works on the first", steps?.[1]?.takes_from === 0 && steps?.[1]?.method === "image", steps);
  expect("asking takes nothing", (await service.get("/v1/account")).json.balance.credits === start.credits, start);
  if (question) {
    const events = await approve(question);
    const calls = events.filter((event) => event.type === "TOOL_CALL_START").map((event) => event.toolCallName);
    expect("both tools are called", JSON.stringify(calls) === '["generate_image","generate_video"]', calls);
    const last = new Map(events.filter((event) => event.type === "ACTIVITY_SNAPSHOT").map(({ content }) => [content.id, content]));
    const [picture, moving] = [...last.values()];
    expect("both are made", last.size === 2 && picture.status === "succeeded" && moving.status === "succeeded", [...last.values()]);
    expect("the video is made from the picture", moving?.inputs?.[0]?.asset_id === picture?.assets?.[0]?.id, moving?.inputs);
    expect("the run ends", events.at(-1).type === "RUN_FINISHED" && events.at(-1).outcome?.type === "success", events.at(-1));
    const after = (await service.get("/v1/account")).json.balance;
    expect("what was approved is what was taken",
      start.credits - after.credits === question.metadata.quote.total_credits && after.held === 0, [start, after]);
  }
  report.end(50);
});

/** Key order is no part of JSON. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
