import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Alert } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, ndjson, type Outcome, record } from "./caracal.ts";
import { crashLog } from "./crash-log.ts";

interface RuleText {
  readonly id?: string;
  readonly detect?: string;
  readonly atLeast?: number;
  readonly title?: string;
}

function rule({ id = "Test.Calls", detect = "true", atLeast = 1, title = "calls" }: RuleText = {}): string {
  return `import { defineRule } from "caracal";
export default defineRule({ id: "${id}", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: (event) => ${detect}, threshold: ${atLeast}, dedupPeriod: "12h",
  dedup: (event) => event.identity?.arn ?? "", title: "${title}" });
`;
}

/** A call some minutes after 9 o'clock, on a line. */
function call(minute: number, user = "dana"): string {
  const timestamp = new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
  return `${record(minute, { timestamp, identity: { arn: `arn:aws:iam::111122223333:user/${user}` } })}\n`;
}

/** A new folder with a rule and a log of two calls, one of kim and one of dana. */
function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  return folderWith({ "rules/a.ts": rule(), "logs/a.ndjson": call(0, "kim") + call(1), ...files });
}

function run(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  return caracal(["run", "logs", "--state", "S", "--format", "ndjson", ...args], { cwd });
}

/** Who called, how often: what the alerts of an output say. */
function told(text: string): [string, number][] {
  return ndjson<Alert>(text).map(({ dedup, eventCount }) => [dedup.replace(/.*\//, ""), eventCount]);
}

function lastByAlert(alerts: readonly Alert[]): Alert[] {
  return [...new Map(alerts.map((alert) => [alert.alertId, alert])).values()].toSorted((one, other) =>
    one.alertId < other.alertId ? -1 : 1,
  );
}

describe.concurrent("runs over one state", () => {
  test("a run over what was read already reads nothing and tells nothing", async () => {
    const cwd = await folder();
    expect(told((await run(cwd)).stdout)).toEqual([
      ["kim", 1],
      ["dana", 1],
    ]);
    const { stdout, stderr, code } = await run(cwd);
    expect([stdout, code]).toEqual(["", 0]);
    expect(stderr).toMatch(/; 0 records = .*; 1 file read before; /);
  });

  test("an alert to which another file, or what a file has grown by, adds comes again, and no other does", async () => {
    const cwd = await folder();
    const first = await run(cwd);
    writeFileSync(join(cwd, "logs/b.ndjson"), call(2));
    const second = await run(cwd);
    expect(told(second.stdout)).toEqual([["dana", 2]]);
    expect(second.stderr).toMatch(/; 1 record = 1 event .*; 1 file read before; /);
    appendFileSync(join(cwd, "logs/a.ndjson"), call(3, "kim") + call(4, "kim"));
    const third = await run(cwd);
    expect(told(third.stdout)).toEqual([["kim", 3]]);
    expect(third.stderr).toMatch(/; 2 records = 2 events .*; 1 file read before; /);
    const ids = [first, second, third].flatMap(({ stdout }) => ndjson<Alert>(stdout));
    expect(new Set(ids.map(({ alertId }) => alertId)).size).toBe(2);
  });

  test("an alert that is over by the next run, and has not grown, does not come again", async () => {
    const cwd = await folder();
    await run(cwd);
    writeFileSync(join(cwd, "logs/b.ndjson"), call(2_000, "lee"));
    expect(told((await run(cwd)).stdout)).toEqual([["lee", 1]]);
  });

  test("run day by day, the last line of each alert is what one run over all days says", async () => {
    const { "rules/all.ts": rules = "", ...logs } = crashLog(1_500);
    const days = Object.entries(logs).filter(([path]) => /day-[2-5]/.test(path));
    const cwd = await folderWith({ "rules/all.ts": rules, "logs/readme.txt": "" });
    for (const [path, content] of days) {
      writeFileSync(join(cwd, path), content);
      expect((await run(cwd, "--out", "O")).code).toBe(0);
    }
    const whole = await caracal(["run", "logs", "--format", "ndjson"], { cwd });
    const byDay = ndjson<Alert>(readFileSync(join(cwd, "O"), "utf8"));
    const atOnce = ndjson<Alert>(whole.stdout);
    expect(byDay.length).toBeGreaterThan(atOnce.length);
    expect(lastByAlert(byDay)).toEqual(lastByAlert(atOnce));
  });

  test("events that waited for their turn when the input ended are put in order with what comes next", async () => {
    const counting = { "rules/a.ts": rule({ atLeast: 3 }), "logs/a.ndjson": call(0) + call(10) };
    const cwd = await folder(counting);
    expect((await run(cwd)).stdout).toBe("");
    writeFileSync(join(cwd, "logs/b.ndjson"), call(5));
    const { stdout } = await run(cwd, "--rejects", "R");
    expect(ndjson<Alert>(stdout)).toMatchObject([{ eventCount: 3, createdAt: "2026-03-02T09:10:00.000Z" }]);
    expect(readFileSync(join(cwd, "R"), "utf8")).toBe("");
  });
});

describe.concurrent("what runs over one state write", () => {
  test("is one JSON array after each of them", async () => {
    const cwd = await folder();
    const alerts = async (): Promise<[string, number][]> => {
      expect((await run(cwd, "--format", "json", "--out", "O")).code).toBe(0);
      const list = JSON.parse(readFileSync(join(cwd, "O"), "utf8")) as Alert[];
      return told(list.map((alert) => JSON.stringify(alert)).join("\n"));
    };
    const first = [
      ["kim", 1],
      ["dana", 1],
    ];
    expect(await alerts()).toEqual(first);
    expect(await alerts()).toEqual(first);
    writeFileSync(join(cwd, "logs/b.ndjson"), call(2));
    expect(await alerts()).toEqual([...first, ["dana", 2]]);
  });

  test("is a table of what is new, for people", async () => {
    const cwd = await folder();
    expect((await run(cwd, "--format", "pretty")).stdout).toMatch(/user\/kim +1\n.*user\/dana +1\n$/);
    expect((await run(cwd, "--format", "pretty")).stdout).toBe("No alerts.\n");
    writeFileSync(join(cwd, "logs/b.ndjson"), call(2));
    expect((await run(cwd, "--format", "pretty")).stdout).toMatch(/^SEVERITY.*\n.*user\/dana +2\n$/);
  });

  test("goes on in each file where the state left it, whichever was written to last; one that is gone begins anew", async () => {
    const cwd = await folder();
    const add = async (minute: number, out: string): Promise<[string, number][]> => {
      writeFileSync(join(cwd, `logs/${minute}.ndjson`), call(minute));
      await run(cwd, "--out", out);
      return told(readFileSync(join(cwd, out), "utf8"));
    };
    const first: [string, number][] = [
      ["kim", 1],
      ["dana", 2],
    ];
    expect(await add(2, "A")).toEqual(first);
    expect(await add(3, "B")).toEqual([["dana", 3]]);
    expect(await add(4, "A")).toEqual([...first, ["dana", 4]]);
    rmSync(join(cwd, "A"));
    expect(await add(5, "A")).toEqual([["dana", 5]]);
    expect(await add(6, "./A")).toEqual([
      ["dana", 5],
      ["dana", 6],
    ]);
  });
});

describe.concurrent("a rule over one state", () => {
  /** The last call is still held back to be put in order; the others have been counted. */
  const log = { "logs/a.ndjson": call(0, "kim") + call(1) + call(2, "lee") };

  /** How often each rule says that dana called, in the alerts of a run over one more call. */
  async function add(cwd: string, minute: number): Promise<Record<string, number>> {
    writeFileSync(join(cwd, `logs/${minute}.ndjson`), call(minute) + call(minute + 1, "lee"));
    const { stdout } = await run(cwd, "--lateness", "0");
    const alerts = ndjson<Alert>(stdout).filter(({ dedup }) => dedup.endsWith("dana"));
    return Object.fromEntries(alerts.map(({ ruleId, eventCount }) => [ruleId, eventCount]));
  }

  test.each<[string, RuleText, RuleText, number]>([
    ["whose detect changed starts afresh", {}, { detect: "event.accountId !== undefined" }, 1],
    ["of which only the title changed goes on", {}, { title: "many calls" }, 2],
    ["of which only the threshold changed goes on", { atLeast: 5 }, { atLeast: 2 }, 2],
  ])("%s", async (_, before, after, count) => {
    const cwd = await folder({ ...log, "rules/a.ts": rule(before) });
    await run(cwd, "--lateness", "0");
    writeFileSync(join(cwd, "rules/a.ts"), rule(after));
    const { stderr, code } = await run(cwd, "--lateness", "0");
    expect(code).toBe(0);
    if (count === 2) expect(stderr).not.toContain("STATE_");
    else expect(stderr).toMatch(/^S: STATE_RULE_CHANGED Test\.Calls means something else .*\n/);
    expect((await run(cwd, "--lateness", "0")).stderr).not.toContain("STATE_");
    expect(await add(cwd, 3)).toEqual({ "Test.Calls": count });
  });

  test("that is added knows nothing of what was read before; taken out and put back, nothing of the time between", async () => {
    const cwd = await folder(log);
    await run(cwd, "--lateness", "0");
    writeFileSync(join(cwd, "rules/b.ts"), rule({ id: "Test.Added" }));
    expect(await add(cwd, 30)).toEqual({ "Test.Calls": 2, "Test.Added": 1 });
    rmSync(join(cwd, "rules/a.ts"));
    expect(await add(cwd, 60)).toEqual({ "Test.Added": 2 });
    writeFileSync(join(cwd, "rules/a.ts"), rule());
    expect(await add(cwd, 90)).toEqual({ "Test.Calls": 3, "Test.Added": 3 });
  });
});

test.each(["--state", "--out"])("%s with a variable that is not set is refused", async (option) => {
  const cwd = await folderWith({ "a.ndjson": record(1) });
  const { code, stderr } = await caracal(["run", "a.ndjson", option, ""], { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining("Name a file.")]);
});

test("a state may have any name, also one that means something to SQLite", async () => {
  const cwd = await folderWith({ "a.ndjson": record(1) });
  await caracal(["run", "a.ndjson", "--rules", "aws-bedrock", "--state", ":memory:"], { cwd });
  const { stderr } = await caracal(["run", "a.ndjson", "--rules", "aws-bedrock", "--state", ":memory:"], {
    cwd,
  });
  expect(stderr).toContain("1 file read before");
});
