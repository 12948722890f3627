// What facet-contract-dump prints: everything that the codecs of app/contract write.
import { execFileSync } from "node:child_process";

export function dumpOf(program) {
  return JSON.parse(execFileSync(program, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
}

export class Report {
  #checked = 0;
  #failed = 0;

  check(name, problems) {
    this.#checked += 1;
    if (problems.length === 0) return;
    this.#failed += 1;
    console.error(`FAIL ${name}`);
    for (const problem of problems) console.error(`     ${problem}`);
  }

  /** Ends the program; a run that checked fewer than `atLeast` things proves nothing. */
  end(atLeast = 1) {
    if (this.#checked < atLeast) {
      console.error(`FAIL only ${this.#checked} checks were made, ${atLeast} were expected`);
      process.exit(1);
    }
    console.log(`${this.#checked} checks, ${this.#failed} failed`);
    process.exit(this.#failed === 0 ? 0 : 1);
  }
}
