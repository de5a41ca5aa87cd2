import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Alert } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, record, REPOSITORY } from "./caracal.ts";

const rules = {
  "rules/calls.ts": `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Calls", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: () => true, threshold: 2, dedup: (event) => event.accountId, title: "calls" });
`,
};

/** A run with `--live` that a test writes to while it goes on. */
class LiveRun {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(cwd: string, ...args: readonly string[]) {
    const entry = join(REPOSITORY, "sdk/cli/caracal.ts");
    this.#child = spawn(process.execPath, [entry, "run", "-", "--live", ...args], { cwd });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Feeds it calls, of which the last lets the time of the others pass. */
  feed(...seconds: readonly number[]): void {
    this.#child.stdin.write(seconds.map((at) => `${record(at)}\n`).join(""));
  }

  /** The next line, while the input is still open. */
  async line(): Promise<string> {
    const { value } = (await this.#lines.next()) as { value: string };
    return value;
  }

  async alert(): Promise<Alert> {
    return JSON.parse(await this.line()) as Alert;
  }

  /** Closes the input, and gives what was left to tell. */
  async end(): Promise<string[]> {
    const closed = once(this.#child, "close");
    this.#child.stdin.end();
    const left: string[] = [];
    for (let next = await this.#lines.next(); next.done !== true; next = await this.#lines.next())
      left.push(next.value);
    expect((await closed)[0]).toBe(0);
    return left;
  }
}

describe.concurrent("with --live an alert is told while the log goes on", () => {
  test.each([["without a state"], ["with a state", "--state", "S"]])("%s", async (_, ...args) => {
    const cwd = await folderWith(rules);
    const options = ["--format", "ndjson", "--lateness", "10s", ...args];
    const run = new LiveRun(cwd, ...options);
    run.feed(0, 1, 2, 20);
    const first = await run.alert();
    expect(first).toMatchObject({ ruleId: "Test.Calls", eventCount: 3 });
    run.feed(21, 22, 40);
    const second = await run.alert();
    expect(second).toMatchObject({ alertId: first.alertId, eventCount: 6 });
    // What waited to be put in order is told at the end; what was told is not told again.
    expect((await run.end()).map((line) => JSON.parse(line) as Alert)).toMatchObject([
      { alertId: first.alertId, eventCount: 7 },
    ]);
    if (args.length === 0) return;
    const input = `${record(40)}\n`;
    expect((await caracal(["run", "--live", ...options], { cwd, input })).stdout).toBe("");
    const { stdout } = await caracal(["run", "--live", ...options], { cwd, input: record(41) });
    expect(JSON.parse(stdout)).toMatchObject({ alertId: first.alertId, eventCount: 8 });
  });

  test("for people, a line each time", async () => {
    const run = new LiveRun(await folderWith(rules), "--lateness", "0");
    run.feed(0, 1, 2);
    expect(await run.line()).toMatch(/^2026-03-02 09:00:01 +LOW +calls .* 2 events +[0-9a-f]{8}$/);
    expect(await run.end()).toEqual([expect.stringMatching(/^2026-03-02 09:00:02 .* 3 events +/)]);
  });
});
