// agui-events.mjs DUMP: AG-UI's own validators take every event and every run that the codecs write.
import * as schemas from "@ag-ui/core/schemas";
import { EventType } from "@ag-ui/core";
import { dumpOf, Report } from "./dump.mjs";

const { EventSchemas, RunAgentInputSchema } = schemas;
const dump = dumpOf(process.argv[2]);
const report = new Report();
const issues = (result) =>
  result.success ? [] : result.error.issues.map((issue) => `/${issue.path.join("/")} ${issue.message}`);

for (const event of dump.events) report.check(event.type, issues(EventSchemas.safeParse(event)));
for (const input of dump.schemas.RunAgentInput) report.check("RunAgentInput", issues(RunAgentInputSchema.safeParse(input)));

// Each kind the contract names is among them.
const wanted = [
  "RUN_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "TOOL_CALL_START",
  "TOOL_CALL_ARGS", "TOOL_CALL_END", "TOOL_CALL_RESULT", "ACTIVITY_SNAPSHOT", "ACTIVITY_DELTA", "STATE_SNAPSHOT",
  "STATE_DELTA", "RUN_FINISHED", "RUN_ERROR",
];
for (const type of wanted) {
  report.check(`AG-UI knows ${type}`, type in EventType ? [] : ["it does not"]);
  report.check(`${type} is written`, dump.events.some((event) => event.type === type) ? [] : ["it is not"]);
}

// The validators do refuse.
report.check("refuses a broken event",
  EventSchemas.safeParse({ type: "TEXT_MESSAGE_CONTENT", messageId: "m" }).success ? ["it was taken"] : []);
report.check("refuses null in an optional field",
  EventSchemas.safeParse({ type: "RUN_ERROR", message: "m", code: null }).success ? ["it was taken"] : []);
report.end(40);
