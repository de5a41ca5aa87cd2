import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Alert } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, ndjson, record } from "./caracal.ts";

const RULE = `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Every", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW", detect: () => true });
`;

interface Stats
  extends Record<"read" | "events" | "duplicates" | "skipped" | "rejected" | "late" | "alerts", number> {
  readonly drift: Record<string, object>;
  readonly rules: Record<
    string,
    { events: number; matches: number; alerts: number; errors: number; milliseconds: number }
  >;
}

describe.concurrent("the shipped logs", () => {
  test("raise the same alerts, byte for byte, those of the three incidents among them", async (context) => {
    const { stdout, stderr, code } = await caracal(["run", "fixtures", "--format", "ndjson"]);
    expect(code).toBe(0);
    const rules = new Set(ndjson<Alert>(stdout).map(({ ruleId }) => ruleId));
    for (const name of ["ErrorSpike", "UnknownPrincipal", "TokenBurn"])
      expect(rules).toContain(`AWS.Bedrock.${name}`);
    await context.expect(stdout).toMatchFileSnapshot("golden/fixtures.alerts.ndjson");
    expect(stderr).toMatch(
      /^32 alerts from \d+ rules; 14,145 records = 13,983 events \+ 32 duplicates \+ 130 skipped \+ 0 rejected; /,
    );
  });

  test("are a table for people, earliest alert first", async (context) => {
    const { stdout } = await caracal(["run", "fixtures"]);
    await context.expect(stdout).toMatchFileSnapshot("golden/fixtures.alerts.txt");
  });

  test("can be looked at in part: by time, by severity, as one JSON array in a file", async () => {
    const folder = await folderWith({});
    const args = [
      "run",
      "fixtures",
      "--from",
      "2026-08-01",
      "--to",
      "2026-08-14T00:00:00Z",
      "--min-severity",
      "high",
    ];
    const { stdout, code } = await caracal([
      ...args,
      "--format",
      "json",
      "--out",
      join(folder, "a.json"),
      "--stats",
      join(folder, "s.json"),
    ]);
    expect([stdout, code]).toEqual(["", 0]);
    const alerts = JSON.parse(await readFile(join(folder, "a.json"), "utf8")) as Alert[];
    expect(alerts.map(({ ruleId }) => ruleId).toSorted()).toEqual([
      "AWS.Bedrock.ErrorSpike",
      "AWS.Bedrock.ModelEnumeration",
      "AWS.CloudTrail.BedrockLoggingDeleted",
      "AWS.CloudTrail.BedrockLoggingNotRestored",
    ]);
    const stats = JSON.parse(await readFile(join(folder, "s.json"), "utf8")) as Stats;
    expect(stats.alerts).toBe(28);
    expect(stats.read).toBe(stats.events + stats.duplicates + stats.skipped + stats.rejected);
  });

  test("fail a build that asked to", async () => {
    expect((await caracal(["run", "fixtures", "--fail-on", "CRITICAL"])).code).toBe(0);
    expect((await caracal(["run", "fixtures", "--fail-on", "high"])).code).toBe(1);
  });
});

test("every record of a broken log is accounted for, and every reject is kept whole", async () => {
  const foreign = `{"eventVersion":"1.08","eventSource":"bedrock.amazonaws.com"}`;
  const lines = [
    record(1),
    record(2),
    "{broken",
    record(1),
    foreign,
    `"text"`,
    record(3, { region: 5, odd: { a: 1 } }),
    `${record(4).slice(0, -1)}\u0000}`,
  ];
  const folder = await folderWith({ "rules/every.ts": RULE, "logs/a.ndjson": `${lines.join("\n")}\n` });
  const { code, stderr } = await caracal(["run", "logs", "--stats", "s.json", "--rejects", "r.ndjson"], {
    cwd: folder,
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/8 records = 3 events \+ 1 duplicate \+ 0 skipped \+ 4 rejected/);
  const stats = JSON.parse(await readFile(join(folder, "s.json"), "utf8")) as Stats;
  expect(stats).toMatchObject({
    read: 8,
    events: 3,
    duplicates: 1,
    skipped: 0,
    rejected: 4,
    drift: {
      odd: {
        count: 1,
        firstTime: "2026-03-02T09:00:03.000Z",
        lastTime: "2026-03-02T09:00:03.000Z",
        type: "object",
        logTypes: ["AWS.BedrockModelInvocation"],
      },
    },
    fieldIssues: {},
  });
  expect(stats.rules).toMatchObject({ "Test.Every": { events: 3, matches: 3, alerts: 1, errors: 0 } });
  const at = (line: number): number =>
    lines.slice(0, line - 1).reduce((bytes, text) => bytes + Buffer.byteLength(text) + 1, 0);
  expect(ndjson(await readFile(join(folder, "r.ndjson"), "utf8"))).toMatchObject([
    { source: "logs/a.ndjson", line: 3, offset: at(3), code: "RECORD_JSON_BROKEN", raw: lines[2] },
    {
      line: 5,
      offset: at(5),
      code: "RECORD_NOT_CLASSIFIED",
      message: expect.stringContaining("accountId is missing") as string,
      raw: foreign,
    },
    { line: 6, offset: at(6), code: "RECORD_NOT_OBJECT", raw: `"text"` },
    { line: 8, offset: at(8), code: "RECORD_JSON_BROKEN", raw: lines[7] },
  ]);
});

test("an event that is too late still fires a rule that counts nothing, and is told where it cannot count", async () => {
  const counting = RULE.replace("Test.Every", "Test.Two").replace("detect:", "threshold: 2, detect:");
  const late = record(0, { timestamp: "2026-03-02T08:00:00Z" });
  const folder = await folderWith({ "rules/every.ts": RULE, "rules/two.ts": counting });
  const input = [record(1), record(2), late].join("\n");
  const { stdout, stderr } = await caracal(["run", "-", "--format", "ndjson", "--rejects", "r.ndjson"], {
    cwd: folder,
    input,
  });
  expect(ndjson<Alert>(stdout).map(({ ruleId, eventCount }) => [ruleId, eventCount])).toEqual([
    ["Test.Every", 1],
    ["Test.Every", 2],
    ["Test.Two", 2],
  ]);
  expect(stderr).toContain("1 event too late to count");
  expect(ndjson(await readFile(join(folder, "r.ndjson"), "utf8"))).toMatchObject([
    {
      source: "stdin",
      line: 3,
      code: "MATCH_LATE",
      message: expect.stringContaining("Test.Two") as string,
      raw: late,
    },
  ]);
});

test("with --strict a record with a field that does not fit is rejected", async () => {
  const folder = await folderWith({ "rules/every.ts": RULE });
  const input = record(1, { input: { inputTokenCount: "many" } });
  expect((await caracal(["run"], { cwd: folder, input })).stderr).toContain("1 record = 1 event");
  expect((await caracal(["run", "--strict"], { cwd: folder, input })).stderr).toContain(
    "0 events + 0 duplicates + 0 skipped + 1 rejected",
  );
});

test("a record's __proto__ pollutes nothing", async () => {
  const rule = `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Polluted", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: (event) => "polluted" in {} || "polluted" in event,
});`;
  const folder = await folderWith({ "rules/polluted.ts": rule });
  const evil = `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"requestMetadata":{"__proto__":{"polluted":1}}`;
  const input = `${record(1).slice(0, -1)},${evil}}\n${record(2)}`;
  const { stdout, stderr } = await caracal(["run", "--format", "ndjson", "--stats", "s.json"], {
    cwd: folder,
    input,
  });
  expect(stdout).toBe("");
  expect(stderr).toContain("2 records = 2 events");
  const stats = JSON.parse(await readFile(join(folder, "s.json"), "utf8")) as Stats;
  expect(Object.keys(stats.drift).toSorted()).toEqual(["__proto__", "constructor"]);
});
