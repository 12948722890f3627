// Prism as a validating proxy: every request and answer that passes it is held against openapi.yaml.
import { spawn } from "node:child_process";
import net from "node:net";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("./node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function withPrism(openapi, target, body) {
  const port = await freePort();
  // --errors: a violation becomes an answer of Prism's own, which problemsOf() tells.
  const child = spawn(process.execPath,
    [cli, "proxy", openapi, target, "--errors", "--cors", "false", "--host", "127.0.0.1", "--port", String(port), "-v", "warn"],
    { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (bytes) => (log += bytes));
  child.stderr.on("data", (bytes) => (log += bytes));
  try {
    await listening(port, child, () => log);
    await body(`http://127.0.0.1:${port}`);
  } catch (error) {
    throw new Error(`${error.stack ?? error}\nPrism said:\n${log}`);
  } finally {
    child.kill("SIGTERM");
  }
}

async function listening(port, child, log) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`Prism ended: ${log()}`);
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => { socket.destroy(); resolve(true); });
      socket.on("error", () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Prism did not start: ${log()}`);
}

/** What Prism found wrong with an answer that came through it. */
export function problemsOf(answer) {
  const problems = [];
  const violations = answer.headers.get("sl-violations");
  if (violations)
    for (const violation of JSON.parse(violations))
      problems.push(`${violation.location?.join(".")} ${violation.message}`);
  if (typeof answer.json?.type === "string" && answer.json.type.includes("stoplight.io/prism"))
    problems.push(JSON.stringify(answer.json.validation ?? answer.json));
  return problems;
}
