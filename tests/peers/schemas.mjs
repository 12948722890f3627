// schemas.mjs DUMP OPENAPI: what the codecs write is what openapi.yaml says, and the examples in openapi.yaml
// are too.
import { dumpOf, Report } from "./dump.mjs";
import { OpenApi } from "./openapi.mjs";

const [program, path] = process.argv.slice(2);
const dump = dumpOf(program);
const api = new OpenApi(path);
const report = new Report();

for (const [schema, values] of Object.entries(dump.schemas))
  values.forEach((value, index) => report.check(`${schema} #${index}`, api.problems(schema, value)));

for (const event of dump.events) report.check(event.type, api.problems("AgUiEvent", event));

const problemSchemas = {
  unauthorized: "UnauthorizedProblem",
  insufficient_credits: "InsufficientCreditsProblem",
  price_changed: "PriceChangedProblem",
  idempotency_conflict: "IdempotencyConflictProblem",
  not_found: "NotFoundProblem",
  unsupported_input: "UnsupportedFieldProblem",
  unsupported_option: "UnsupportedFieldProblem",
  too_long: "UnsupportedFieldProblem",
  unsupported_task: "UnsupportedTaskProblem",
  too_large: "TooLargeProblem",
  content_refused: "ContentRefusedProblem",
  too_many_running: "TooManyRunningProblem",
  engine_unavailable: "EngineProblem",
  engine_failed: "EngineProblem",
};
for (const problem of dump.problems) {
  const schema = problemSchemas[problem.code];
  report.check(`problem ${problem.code}`, schema ? api.problems(schema, problem) : ["no schema"]);
}
report.check(
  "every problem code is dumped",
  Object.keys(problemSchemas).filter((code) => !dump.problems.some((problem) => problem.code === code)),
);

// A page is an envelope around any of them.
report.check("Page", api.problems("Page", { items: [], next_cursor: null }));

// The validators do refuse: a Quote without its verdict, a generation of an invented status.
const quote = structuredClone(dump.schemas.Quote[0]);
delete quote.sendable;
report.check("refuses a missing member", api.problems("Quote", quote).length ? [] : ["it was taken"]);
const generation = structuredClone(dump.schemas.Generation[0]);
generation.status = "invented";
report.check("refuses an unknown status", api.problems("Generation", generation).length ? [] : ["it was taken"]);
report.check("refuses a float of credits", api.problems("TopUpBody", { credits: 1.5 }).length ? [] : ["it was taken"]);

// Examples.
function* mediaTypes(node, pointer) {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (key === "content" && !pointer.includes("/properties")) {
      for (const [type, media] of Object.entries(value ?? {}))
        if (media?.schema && "example" in media)
          yield [`${at}/${type.replaceAll("~", "~0").replaceAll("/", "~1")}/schema`, media.example];
    }
    yield* mediaTypes(value, at);
  }
}
let examples = 0;
for (const [pointer, example] of mediaTypes(api.document, "#")) {
  examples += 1;
  report.check(`example at ${pointer}`, api.problemsAt(encodeURI(pointer), example));
}
report.check("examples were found", examples >= 8 ? [] : [`only ${examples}`]);
report.end(80);
