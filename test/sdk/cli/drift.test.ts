import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const call = (second: number, more: object) =>
  JSON.stringify({
    timestamp: `2026-03-02T09:00:0${second}Z`,
    accountId: "111122223333",
    requestId: `request-${second}`,
    modelId: "amazon.nova-lite-v1:0",
    ...more,
  });

const LOG = [
  call(3, { input: { inputTokenCount: 5, colour: "red" }, weight: 1.5 }),
  call(1, { input: { inputTokenCount: 12_345_678_901 }, weight: "heavy" }),
  call(2, { status: { odd: 1 } }),
].join("\n");

const RULES = `import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
const all = { logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" };
export const blind = defineRule({ id: "Test.Blind", ...all, detect: (event) => event.errorCode === "x" && event.region === "y",
  title: (event) => \`\${event.output?.outputTokenCount}\` });
export const sees = defineRule({ id: "Test.Sees", ...all, detect: (event) => (event.input?.inputTokenCount ?? 0) > 3 });
export const throws = defineRule({ id: "Test.Throws", ...all, detect: () => { throw new Error("no"); }, dedup: (event) => principal(event).key });
`;

test("the stats tell of each unknown field how often it came, when, and what it was", async () => {
  const folder = await folderWith({ "log.ndjson": LOG, "rules/all.ts": RULES });
  await caracal(["run", "log.ndjson", "--stats", "stats.json"], { cwd: folder });
  const { drift, fieldIssues } = JSON.parse(await readFile(join(folder, "stats.json"), "utf8")) as Record<
    string,
    object
  >;
  const logTypes = ["AWS.BedrockModelInvocation"];
  expect(drift).toEqual({
    "input.colour": {
      count: 1,
      firstTime: "2026-03-02T09:00:03.000Z",
      lastTime: "2026-03-02T09:00:03.000Z",
      type: "text",
      logTypes,
    },
    weight: {
      count: 2,
      firstTime: "2026-03-02T09:00:01.000Z",
      lastTime: "2026-03-02T09:00:03.000Z",
      type: "float",
      logTypes,
    },
  });
  expect(fieldIssues).toEqual({ status: { expected: "string", found: { object: 1 } } });
});

test("a check for drift names unknown fields, fields that never came, and the rules that read those", async () => {
  const folder = await folderWith({ "log.ndjson": LOG, "rules/all.ts": RULES });
  const { stdout, stderr, code } = await caracal(["check", "--drift", "log.ndjson", "--format", "json"], {
    cwd: folder,
  });
  const [drift, ...others] = JSON.parse(stdout) as { neverSeen: string[] }[];
  expect(others).toEqual([]);
  expect(drift).toMatchObject({
    logType: "AWS.BedrockModelInvocation",
    events: 3,
    unknown: [
      { path: "input.colour", type: "text", count: 1 },
      { path: "weight", type: "float", count: 2 },
    ],
    blindRules: [
      { rule: "Test.Blind", reads: ["errorCode", "output"] },
      { rule: "Test.Throws", reads: ["identity"] },
    ],
  });
  expect(drift?.neverSeen).toContain("input.inputBodyJson");
  expect(drift?.neverSeen).not.toContain("output.outputBodyJson");
  expect([stderr, code]).toEqual(["3 events looked at, 0 records rejected\n", 1]);
});

test("a check for drift for people is a table, and ends with 0 where logs and schemas agree", async () => {
  const folder = await folderWith({
    "log.ndjson": `${LOG}\nbroken\n`,
    "good.ndjson": call(1, { input: { inputTokenCount: 1 } }),
    "rules/all.ts": RULES.replace(/export const (blind.*\n.*|throws.*)\n/g, ""),
  });
  const { stdout, stderr, code } = await caracal(["check", "--drift", "log.ndjson"], { cwd: folder });
  expect(stdout).toMatch(
    /^AWS\.BedrockModelInvocation: 3 events\nUNKNOWN FIELD +TYPE +EVENTS +FIRST \(UTC\) +LAST \(UTC\)\n/,
  );
  expect(stdout).toContain("\nNever seen: errorCode, identity, ");
  expect([stderr, code]).toEqual(["3 events looked at, 1 record rejected\n", 1]);
  expect(await caracal(["check", "--drift", "good.ndjson"], { cwd: folder })).toMatchObject({ code: 0 });
  expect(await caracal(["check", "--drift", "none.ndjson"], { cwd: folder })).toMatchObject({ code: 3 });
});
