import { readFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, record } from "./caracal.ts";

const every = (
  id: string,
  logType = "AWS.BedrockModelInvocation",
): string => `import { defineRule } from "caracal";
export default defineRule({ id: "${id}", logTypes: ["${logType}"], severity: "LOW", detect: () => true });
`;
const rules = { "rules/every.ts": every("Test.Every") };
const log = [1, 2, 3].map((id) => `${record(id)}\n`).join("");

describe.concurrent("input that is not what it should be", () => {
  test("a path that does not exist: told, and the others are read", async () => {
    const folder = await folderWith({ ...rules, "a.json": log });
    const { code, stderr } = await caracal(["run", "missing", "a.json", "none-*.gz"], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^missing: INPUT_NOT_FOUND .*\nnone-\*\.gz: INPUT_NOT_FOUND .*\n1 alert .* 3 records = 3 events/,
    );
  });

  test("a link that leads nowhere", async () => {
    const folder = await folderWith(rules);
    await symlink("nowhere", join(folder, "link.json"));
    const { code, stderr } = await caracal(["run", "link.json"], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^link\.json: INPUT_/);
  });

  test("an empty file is told, and nothing is wrong", async () => {
    const folder = await folderWith({ ...rules, "empty.json": "", "a.json": log });
    const { code, stderr } = await caracal(["run", "."], { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(/empty\.json: INPUT_EMPTY .*\n.*3 records = 3 events/);
  });

  test("a truncated gzip: what came before the end is processed, the record in the middle is a reject", async () => {
    const whole = gzipSync(Array.from({ length: 2_000 }, (_, id) => record(id)).join("\n"));
    const folder = await folderWith({ ...rules, "cut.gz": whole.subarray(0, whole.length / 2) });
    const { code, stderr } = await caracal(["run", "cut.gz"], { cwd: folder });
    expect(code).toBe(3);
    const [, issue, events = "0"] =
      /^(cut\.gz: INPUT_CORRUPT .*)\n.* = ([\d,]+) events .* 1 rejected;/.exec(stderr) ?? [];
    expect(issue).toContain("ends early");
    expect(Number(events.replace(",", ""))).toBeGreaterThan(500);
  });

  test("a line of 50 MB, broken or not, and its neighbours", async () => {
    const long = record(9, { requestMetadata: { x: "x".repeat(50_000_000) } });
    const folder = await folderWith({
      ...rules,
      "long.ndjson": `${record(1)}\n${long}\n${"y".repeat(50_000_000)}\n${record(2)}\n`,
    });
    const { code, stderr } = await caracal(["run", "long.ndjson"], { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toContain("4 records = 3 events + 0 duplicates + 0 skipped + 1 rejected");
  });

  test("good gzip with garbage behind it loses next to nothing", async () => {
    const good = gzipSync(Array.from({ length: 200 }, (_, id) => record(id)).join("\n"));
    const folder = await folderWith({ ...rules, "a.json.gz": Buffer.concat([good, Buffer.from("GARBAGE")]) });
    const { code, stderr } = await caracal(["run", "a.json.gz"], { cwd: folder });
    expect(code).toBe(3);
    const [, events = "0"] = /= (\d+) events/.exec(stderr) ?? [];
    expect(Number(events)).toBeGreaterThanOrEqual(195);
  });

  test("a folder without logs is told, and the run is accounted for", async () => {
    const folder = await folderWith({ ...rules, "logs/readme.md": "" });
    const { code, stdout, stderr } = await caracal(["run", "logs", "--format", "json"], { cwd: folder });
    expect([code, stdout]).toEqual([0, "[]\n"]);
    expect(stderr).toMatch(/^logs: INPUT_EMPTY .*\n0 alerts from 1 rule; 0 records/);
  });

  test("an output that is an input, or another output, is refused before anything is written", async () => {
    const folder = await folderWith({ ...rules, "a.json": log });
    for (const args of [
      ["--out", "a.json"],
      ["--out", "b.json", "--stats", "./b.json"],
    ]) {
      const { code, stderr } = await caracal(["run", "a.json", ...args], { cwd: folder });
      expect([code, stderr]).toEqual([
        3,
        expect.stringMatching(/ARGUMENT_INVALID --(out|stats) .* by this run/),
      ]);
    }
    expect(readFileSync(join(folder, "a.json"), "utf8")).toBe(log);
  });

  test("a line of very many tiny values is one reject", async () => {
    const folder = await folderWith({ ...rules, "a.ndjson": `${record(1)}\n${"{}".repeat(4_000_000)}\n` });
    const { code, stderr } = await caracal(["run", "a.ndjson"], { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toContain("2 records = 1 event + 0 duplicates + 0 skipped + 1 rejected");
  });

  test("a file that cannot be written", async () => {
    const folder = await folderWith({ ...rules, "a.json": log });
    const { code, stderr } = await caracal(["run", "a.json", "--out", "no/such/folder.json"], {
      cwd: folder,
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^no\/such\/folder\.json: OUTPUT_UNWRITABLE/);
  });
});

describe.concurrent("rules that cannot run leave the others alone", () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      "a file that does not compile",
      { "rules/broken.ts": 'import { defineRule } from "caracal";\n\nexport default defineRule({ id: ;\n' },
      /^rules\/broken\.ts:3(:\d+)?: RULE_FILE_BROKEN does not compile: /,
    ],
    [
      "a file that throws while it loads",
      {
        "rules/throws.ts":
          "const limits = undefined as unknown as { most: number };\n\nexport const most = limits.most;\n",
      },
      /^rules\/throws\.ts:3:\d+: RULE_FILE_BROKEN cannot be loaded: TypeError/,
    ],
    [
      "a file that imports what is not there",
      { "rules/imports.ts": 'import "./nothing.ts";\n' },
      /^rules\/imports\.ts: RULE_FILE_BROKEN cannot be loaded: .*nothing\.ts/,
    ],
    [
      "a rule that breaks the constraints, all of them at once",
      { "rules/invalid.ts": every("Bad<Id>").replace('"LOW"', '"SEVERE"') },
      /^rules\/invalid\.ts:2:\d+: RULE_INVALID .*id.*\nrules\/invalid\.ts:2:\d+: RULE_INVALID .*severity/,
    ],
    [
      "two rules with one id",
      { "rules/twin.ts": every("Test.Every") },
      /^rules\/twin\.ts: RULE_ID_DUPLICATE .*Test\.Every.*rules\/every\.ts/,
    ],
    [
      "a rule for an unknown log type",
      { "rules/unknown.ts": every("Test.Unknown", "AWS.Nothing") },
      /^rules\/unknown\.ts: RULE_LOG_TYPE_UNKNOWN .*Test\.Unknown.*AWS\.Nothing.*use one of AWS\.BedrockModelInvocation/,
    ],
  ])("%s", async (_, files, message) => {
    const folder = await folderWith({ ...rules, ...files, "a.json": log });
    const { code, stdout, stderr } = await caracal(["run", "a.json", "--format", "ndjson"], { cwd: folder });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
    expect(stdout).toContain('"ruleId":"Test.Every"');
  });

  test("no rules at all", async () => {
    const folder = await folderWith({ "rules/readme.txt": "", "a.json": log });
    const { code, stderr } = await caracal(["run", "a.json"], { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^rules: RULES_NOT_FOUND no file exports a rule/),
    ]);
    const missing = await caracal(["run", "a.json", "--rules", "elsewhere"], { cwd: folder });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/^elsewhere: RULES_NOT_FOUND/)]);
  });
});

describe.concurrent("arguments", () => {
  test.each<[string[], RegExp]>([
    [["runn"], /unknown command 'runn'\n\(Did you mean run\?\)/],
    [["run", "--formt", "json"], /unknown option '--formt'\n\(Did you mean --format\?\)/],
    [["run", "--format", "yaml"], /Allowed choices are pretty, json, ndjson/],
    [["run", "--lateness", "soon"], /Write a length of time/],
    [["run", "--from", "yesterday"], /Write a day such as/],
    [["run", "--min-severity", "bad"], /Use one of INFO, LOW, MEDIUM, HIGH, CRITICAL/],
    [["generate", "--out", "x"], /missing required argument 'schema'/],
  ])("%j", async (args, message) => {
    const { code, stderr } = await caracal(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(3);
  });

  test("help", async () => {
    const { code, stdout } = await caracal(["--help"]);
    expect(code).toBe(0);
    for (const command of ["run", "test", "generate", "export"])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  });
});
