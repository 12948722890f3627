// The real facet-service for one test: started in a folder of its own, stopped at the end.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";

/** Restarts this program with the service's certificate trusted: node reads it at its own start only. */
export async function withService(program, { plan = "premium" } = {}, body) {
  if (process.env.FACET_PEER_READY) {
    const ready = await new Promise((resolve) => {
      process.once("message", resolve);
      process.send("ask");
    });
    const service = new Service(ready);
    try {
      await body(service);
    } finally {
      process.disconnect();
    }
    return;
  }

  const data = mkdtempSync(join(tmpdir(), "facet-peer-"));
  const child = spawn(program, ["--data", data, "--plan", plan], {
    stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, XDG_RUNTIME_DIR: data } });
  let log = "";
  child.stderr.on("data", (bytes) => (log += bytes));
  try {
    const ready = JSON.parse(await firstLine(child));
    const code = await new Promise((resolve) => {
      const again = spawn(process.execPath, process.argv.slice(1), {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: { ...process.env, FACET_PEER_READY: "1", NODE_EXTRA_CA_CERTS: join(data, "certificate.pem") },
      });
      // The token goes through the channel: never through the environment or the arguments.
      again.on("message", () => again.send({ ...ready, data }));
      again.on("exit", (status) => resolve(status ?? 1));
    });
    if (code !== 0 && log) console.error(`facet-service said:\n${log}`);
    process.exitCode = code;
  } finally {
    const stopped = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await stopped;
    rmSync(data, { recursive: true, force: true });
  }
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (bytes) => {
      text += bytes;
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`facet-service ended with ${code} before it was ready`)));
  });
}

export class Service {
  constructor({ url, token, data }) {
    this.url = url;
    this.token = token;
    this.data = data;
  }

  headers(extra = {}) {
    return {
      Authorization: `Bearer ${this.token}`,
      "Accept-Language": "en",
      "X-Request-Id": randomUUID(),
      ...extra,
    };
  }

  /** `at` is another base address, of a proxy in front of the service. */
  async request(method, path, { json, body, headers = {}, at = this.url } = {}) {
    const response = await fetch(new URL(path, at), {
      method,
      headers: this.headers({ ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...headers }),
      body: json === undefined ? body : JSON.stringify(json),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get("content-type") ?? "";
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      json: /[/+]json\b/.test(type) && bytes.length ? JSON.parse(bytes.toString("utf8")) : undefined,
    };
  }

  get(path, options) {
    return this.request("GET", path, options);
  }
  post(path, json, options) {
    return this.request("POST", path, { json, ...options });
  }

  /** The generation once it is final. */
  async finalGeneration(id, seconds = 120) {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const answer = await this.get(`/v1/generations/${id}`);
      if (["succeeded", "failed", "cancelled"].includes(answer.json?.status)) return answer.json;
      if (Date.now() > until) throw new Error(`generation ${id} is still ${answer.json?.status}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
