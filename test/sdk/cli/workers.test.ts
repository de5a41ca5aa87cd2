import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import omit from "lodash/omit.js";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, type Outcome, record, REPOSITORY } from "./caracal.ts";
import { crashLog } from "./crash-log.ts";

const WORKERS = ["0", "1", "3"];

interface Stats {
  readonly rules: Readonly<Record<string, { readonly milliseconds: number }>>;
}

/** Runs what is in a folder, and gives all that the run left behind, but for what it took in time. */
async function outcome(cwd: string, workers: string, ...args: readonly string[]) {
  const files = ["--out", `O${workers}`, "--rejects", `R${workers}`, "--stats", `T${workers}`];
  const ran = await caracal(["run", "logs", "--format", "ndjson", ...files, "--workers", workers, ...args], {
    cwd,
  });
  const read = (name: string): string => readFileSync(join(cwd, name + workers), "utf8");
  const stats = JSON.parse(read("T")) as Stats;
  const rules = Object.entries(stats.rules).map(([id, counts]) => [id, omit(counts, "milliseconds")]);
  const counts = { ...omit(stats, "seconds", "eventsPerSecond"), rules };
  const stderr = ran.stderr.replace(/[\d.]+ s, [\d,]+ events\/s/, "");
  return { code: ran.code, stderr, alerts: read("O"), rejects: read("R"), counts };
}

/** Six days of calls in files side by side; fields that no schema knows or that do not fit, and a damaged file. */
async function project(): Promise<string> {
  const odd = [7, 8, 9].map((id) => record(id, { errorCode: { a: 1 }, brandNew: 1 }));
  return await folderWith({
    ...crashLog(2_500),
    "logs/odd.ndjson": `${odd.join("\n")}\n`,
    "logs/torn.ndjson.gz": gzipSync(odd.join("\n").repeat(50)).subarray(0, 200),
    "logs/empty.json": "",
  });
}

describe.concurrent("any number of workers gives", () => {
  test("the same alerts, rejects and counts", async () => {
    const cwd = await project();
    const [none, ...others] = await Promise.all(WORKERS.map((workers) => outcome(cwd, workers)));
    expect(none?.alerts.split("\n").length).toBeGreaterThan(50);
    expect(none?.rejects).toContain("MATCH_LATE");
    expect(none?.counts).toMatchObject({ drift: { brandNew: {} }, fieldIssues: { errorCode: {} } });
    expect(none?.stderr).toContain("INPUT_CORRUPT");
    for (const other of others) expect(other).toEqual(none);
  });

  test("the same between two times, and where every field must fit", async () => {
    const cwd = await project();
    const args = ["--from", "2026-03-02T09:00:08Z", "--to", "2026-03-05", "--strict"];
    const [none, some] = await Promise.all(["0", "2"].map((workers) => outcome(cwd, workers, ...args)));
    expect(none?.rejects).toContain("the field errorCode should be string, but is object");
    expect(some).toEqual(none);
  });

  test("the same when a run goes on where another stopped", async () => {
    const cwd = await project();
    const grown = async (workers: string) => {
      const state = ["--state", `S${workers}`, "--live"];
      writeFileSync(join(cwd, "logs/odd.ndjson"), `${record(7)}\n`);
      const first = await outcome(cwd, workers, ...state);
      writeFileSync(join(cwd, "logs/odd.ndjson"), `${record(7)}\n${record(8)}\n${record(9)}\n`);
      const second = await outcome(cwd, workers, ...state);
      const shown = await caracal(["state", "show", `S${workers}`, "--format", "json"], { cwd });
      return { first, second, shown: shown.stdout.replace(`"S${workers}"`, "") };
    };
    const none = await grown("0");
    expect(none.second.counts).toMatchObject({ read: 2, events: 2 });
    expect(await grown("2")).toEqual(none);
  });

  test("the alerts of the company, from hundreds of small files, that one thread finds", async () => {
    const golden = readFileSync(join(REPOSITORY, "test/sdk/cli/golden/fixtures.alerts.ndjson"), "utf8");
    const args = ["run", "fixtures", "--format", "ndjson", "--workers", "2"];
    expect((await caracal(args)).stdout).toBe(golden);
  });

  test("the alerts of a bundle's rules", async () => {
    const cwd = await folderWith(crashLog(500));
    await caracal(["export", "--out", "rules.zip"], { cwd });
    const run = async (...args: readonly string[]): Promise<string> =>
      (await caracal(["run", "logs", "--format", "ndjson", ...args], { cwd })).stdout;
    const bundle = ["--bundle", "rules.zip"];
    expect(await run(...bundle, "--workers", "2")).toBe(await run(...bundle));
  });

  test("the alerts of standard input, which the main thread reads, beside those of files", async () => {
    const cwd = await folderWith(crashLog(500));
    const input = `${record(1, { errorCode: "Throttled" })}\n`;
    const run = async (workers: string): Promise<string> => {
      const args = ["run", "logs", "-", "--format", "ndjson", "--workers", workers];
      return (await caracal(args, { cwd, input })).stdout;
    };
    expect(await run("2")).toBe(await run("0"));
  });
});

test("the time that workers spend in a rule is counted", async () => {
  const cwd = await folderWith(crashLog(500));
  await outcome(cwd, "2");
  const { rules } = JSON.parse(readFileSync(join(cwd, "T2"), "utf8")) as Stats;
  expect(rules["Test.Fresh"]?.milliseconds).toBeGreaterThan(0);
});

/** A run with workers and a rule that does something in its detect, at the third of ten calls. */
async function runWith(does: string, workers = "2", env = {}): Promise<Outcome> {
  const cwd = await folderWith({
    "rules/a.ts": `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Odd", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: (event) => { if (event.requestId === "request-3") { ${does} } return true; } });
`,
    "logs/a.ndjson": Array.from({ length: 10 }, (_, id) => `${record(id)}\n`).join(""),
    "logs/b.ndjson": Array.from({ length: 10 }, (_, id) => `${record(20 + id)}\n`).join(""),
  });
  return await caracal(["run", "logs", "--format", "ndjson", "--workers", workers], { cwd, env });
}

describe.concurrent("a rule in a worker", () => {
  test("that ends the process ends the run, which says so", async () => {
    const { stdout, stderr, code } = await runWith("process.exit(0);");
    expect(stderr).toBe(
      "RULE_FILE_BROKEN a worker ended with exit code 0 before its work was done; a rule must not end the process\n",
    );
    expect([stdout, code]).toEqual(["", 2]);
  });

  test("that throws behind its back ends the run, which says so", async () => {
    const { stderr, code } = await runWith('process.nextTick(() => { throw new Error("much later"); });');
    expect(stderr).toMatch(/^caracal failed: much later; .*\n$/);
    expect(code).toBe(70);
  });

  test("that needs more memory than there is ends the run, which says so", async () => {
    const grow = "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));";
    const { stderr, code } = await runWith(grow, "2", { NODE_OPTIONS: "--max-old-space-size=128" });
    expect(stderr).toMatch(/^caracal failed: .*memory/m);
    expect(code).toBe(70);
  });

  test("that does not await what fails is told, and the run goes on", async () => {
    const [none, some] = await Promise.all(
      ["0", "2"].map((workers) => runWith('void Promise.reject(new Error("unseen"));', workers)),
    );
    expect(some?.stderr).toContain("RULE_FILE_BROKEN a promise that a rule did not await has failed");
    expect([some?.stdout, some?.code]).toEqual([none?.stdout, 2]);
  });
});

test.each(["-1", "1.5", "65", "many", ""])("%j is no number of workers", async (workers) => {
  const { stderr, code } = await caracal(["run", "fixtures", "--workers", workers]);
  expect(stderr).toContain("Write a number from 0 to 64.");
  expect(code).toBe(3);
});
