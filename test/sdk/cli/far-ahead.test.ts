import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, ndjson, record } from "./caracal.ts";

const rules = {
  "rules/calls.ts": `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Calls", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: () => true, threshold: { count: 5, within: "10m" }, title: "calls" });
`,
};

const ahead = record(70, { timestamp: "2099-01-01T00:00:00Z" });
const lines = Array.from({ length: 60 }, (_, at) => record(at));

/** The lines with others among them: before a line, that many from the start. */
function among(others: readonly (readonly [at: number, line: string])[]): string[] {
  return others.reduce((all, [at, line]) => all.toSpliced(at, 0, line), lines);
}

const text = (some: readonly string[]): string => some.map((line) => `${line}\n`).join("");

describe.concurrent("an event of a time that cannot have come is refused, and the others are as if it were not there", () => {
  const undisturbed = folderWith({ ...rules, "logs/a.ndjson": text(lines) }).then(async (cwd) => {
    const { stdout } = await caracal(["run", "logs", "--format", "ndjson"], { cwd });
    return stdout;
  });
  const inTwo = (all: readonly string[]): Record<string, string> => ({
    "logs/a.ndjson": text(all.filter((line, at) => at % 2 === 0 || line === ahead)),
    "logs/b.ndjson": text(all.filter((line, at) => at % 2 === 1 && line !== ahead)),
  });

  test.each<[string, Record<string, string>, number]>([
    ["in the middle of a log", { "logs/a.ndjson": text(among([[30, ahead]])) }, 31],
    ["at its start", { "logs/a.ndjson": text(among([[0, ahead]])) }, 1],
    ["at its end", { "logs/a.ndjson": text(among([[60, ahead]])) }, 61],
    ["in the middle of one of two logs", inTwo(among([[30, ahead]])), 16],
    ["at the start of one of two logs", inTwo(among([[0, ahead]])), 1],
    ["in a log of its own", { "logs/a.ndjson": text(lines), "logs/b.ndjson": ahead }, 1],
  ])("%s", async (_, files, line) => {
    const cwd = await folderWith({ ...rules, ...files });
    const args = ["--format", "ndjson", "--rejects", "R", "--stats", "stats.json"];
    const { stdout, stderr, code } = await caracal(["run", "logs", ...args], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(await undisturbed);
    expect(ndjson(stdout)).toMatchObject([{ eventCount: 60 }]);
    expect(stderr).toContain(
      "61 records = 60 events + 0 duplicates + 0 skipped + 1 rejected; 1 event from more than a day ahead of the clock rejected",
    );
    expect(ndjson(await readFile(join(cwd, "R"), "utf8"))).toMatchObject([
      { line, code: "EVENT_FAR_AHEAD", raw: ahead },
    ]);
    const stats = JSON.parse(await readFile(join(cwd, "stats.json"), "utf8")) as object;
    expect(stats).toMatchObject({ read: 61, events: 60, rejected: 1, farAhead: 1, late: 0 });
  });
});

test("an event of 1970 is late, one without a time is no event, and neither changes an alert of the others", async () => {
  const old = record(71, { timestamp: "1970-01-01T00:00:00Z" });
  const timeless = record(72, { timestamp: undefined });
  const cwd = await folderWith({
    ...rules,
    "logs/a.ndjson": text(
      among([
        [30, old],
        [30, timeless],
      ]),
    ),
  });
  const { stdout, stderr } = await caracal(["run", "logs", "--format", "ndjson", "--rejects", "R"], { cwd });
  expect(ndjson(stdout)).toMatchObject([{ eventCount: 60, createdAt: "2026-03-02T09:00:04.000Z" }]);
  expect(stderr).toMatch(/62 records = 61 events .* 1 rejected; 1 event too late to count; /);
  expect(ndjson(await readFile(join(cwd, "R"), "utf8"))).toMatchObject([
    { line: 31, code: "RECORD_NOT_CLASSIFIED", raw: timeless },
    { line: 32, code: "MATCH_LATE", raw: old },
  ]);
});
