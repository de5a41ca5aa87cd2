import { describe, expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const GOOD = `schema: Custom.Door
fields:
  - { name: at, type: timestamp, isEventTime: true }
  - { name: count, type: int }
`;
const DOUBTFUL = "schema: Custom.Window\nfields:\n  - { name: pane, type: int }\n";
const BAD =
  "schema: Custom.Wall\nfields:\n  - { name: p_a, type: strin }\n  - { name: at, type: timestamp, isEventTime: true }\n";
const OVERLAY = "schema: Custom.Door\nfields:\n  - { name: count, type: float }\n";

const rule = (logType: string) => `import { defineRule } from "caracal";
export default defineRule({ id: "Test.Every", logTypes: ["${logType}"], severity: "INFO", displayName: "Every", description: "Every event.", detect: () => true });
`;

describe.concurrent("check", () => {
  test("is silent about good files, and says how many they are", async () => {
    const folder = await folderWith({
      "schemas/Custom.Door.yml": GOOD,
      "schemas/Custom.Door.overlay.yml": OVERLAY,
      "rules/every.ts": rule("AWS.BedrockModelInvocation"),
    });
    expect(await caracal(["check"], { cwd: folder })).toEqual({
      stdout: "",
      stderr: "0 errors, 0 warnings in 3 files\n",
      code: 0,
    });
  });

  test("tells every finding with its place, by file and position", async () => {
    const folder = await folderWith({
      "schemas/b.yml": BAD,
      "schemas/a.yml": DOUBTFUL,
      "rules/every.ts": rule("Custom.Nothing"),
    });
    const { stdout, stderr, code } = await caracal(["check", "schemas", "rules"], { cwd: folder });
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(
        /^rules\/every\.ts:2:58: error RULE_LOG_TYPE_UNKNOWN Test\.Every is over Custom\.Nothing/,
      ),
      expect.stringMatching(/^schemas\/a\.yml:1:9: warning SCHEMA_DOUBTFUL schema: no timestamp/),
      expect.stringMatching(
        /^schemas\/b\.yml:3:13: error SCHEMA_INVALID fields\.0\.name: p_a begins with p_/,
      ),
      "schemas/b.yml:3:24: error SCHEMA_INVALID fields.0.type: unknown type strin; did you mean string?",
      "",
    ]);
    expect(stderr).toBe("3 errors, 1 warning in 3 files\n");
    expect(code).toBe(2);
  });

  test("does not fail for doubts alone", async () => {
    const folder = await folderWith({ "a.yml": DOUBTFUL });
    const { stderr, code } = await caracal(["check", "a.yml"], { cwd: folder });
    expect([code, stderr]).toEqual([0, "0 errors, 1 warning in 1 file\n"]);
  });

  test("writes JSON where it is asked to", async () => {
    const folder = await folderWith({ "a.yml": DOUBTFUL });
    const { stdout } = await caracal(["check", "a.yml", "--format", "json"], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual([
      {
        code: "SCHEMA_DOUBTFUL",
        severity: "warning",
        message: "schema: no timestamp is the event's time, so the time of reading will be",
        source: "a.yml",
        line: 1,
        column: 9,
        fix: "mark the one that tells when it happened with isEventTime: true",
      },
    ]);
    const nothing = await caracal(["check", "--format", "json"], { cwd: folder });
    expect([nothing.code, JSON.parse(nothing.stdout)]).toEqual([
      3,
      [expect.objectContaining({ severity: "error" })],
    ]);
  });

  test("tells problems of an overlay in its own file", async () => {
    const folder = await folderWith({
      "Custom.Door.yml": GOOD,
      "Custom.Door.overlay.yml":
        "schema: Custom.Door\nidentity: [gone]\nfields:\n  - { name: at, type: int }\n",
    });
    const { stdout } = await caracal(["check", "Custom.Door.overlay.yml"], { cwd: folder });
    expect(stdout).toBe(
      "Custom.Door.overlay.yml:2:12: error SCHEMA_INVALID identity.0: identifies records by gone; name plain fields at the top of the schema\n" +
        "Custom.Door.overlay.yml:4:5: error SCHEMA_INVALID fields.0: at is there already, of type timestamp; leave it out\n",
    );
  });

  test("lets a rule use a log type that another path brings", async () => {
    const folder = await folderWith({
      "schemas/Custom.Door.yml": GOOD,
      "rules/every.ts": rule("Custom.Door"),
    });
    await caracal(["generate", "schemas", "--out", "generated"], { cwd: folder });
    const { stdout, code } = await caracal(["check", "generated", "schemas", "rules"], { cwd: folder });
    expect([stdout, code]).toEqual(["", 0]);
  });

  const nothing =
    "error INPUT_NOT_FOUND there is nothing to check: no schemas in the folder schemas, and no rules in the folder rules; name schemas, rules, or folders of them\n";
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["schemas is empty", { "schemas/.keep": "", "rules/every.ts": rule("AWS.BedrockModelInvocation") }, ""],
    ["rules is empty", { "schemas/a.yml": GOOD, "rules/readme.md": "" }, ""],
    ["rules holds none", { "schemas/a.yml": GOOD, "rules/names.ts": "export const NAMES = [];\n" }, ""],
    ["neither is there", {}, nothing],
    ["both are empty", { "schemas/.keep": "", "rules/readme.md": "" }, nothing],
    ["rules alone is there, and holds none", { "rules/names.ts": "export const NAMES = [];\n" }, nothing],
  ])("looks at the folders schemas and rules: %s", async (_, files, told) => {
    const { stdout, code } = await caracal(["check"], { cwd: await folderWith(files) });
    expect([stdout, code]).toEqual([told, told === "" ? 0 : 3]);
  });

  test("says of a file that is neither a schema nor a rule file that it is none", async () => {
    const folder = await folderWith({ "notes.txt": "Buy keys.\n" });
    const { stdout, code } = await caracal(["check", "notes.txt"], { cwd: folder });
    expect([stdout, code]).toEqual([
      "notes.txt: error INPUT_NOT_FOUND it is neither a schema nor a rule file; schemas end in .yml or .yaml, rule files in .ts, .mts, .js or .mjs\n",
      3,
    ]);
  });

  test("tells all that is wrong with an overlay at once", async () => {
    const folder = await folderWith({
      "Custom.Door.yml": GOOD,
      "Custom.Door.overlay.yml":
        "schema: Custom.Door\nidentity: [gone]\nfields:\n  - { name: p_a, type: int }\n  - { name: at, type: int }\n",
    });
    const { stdout, code } = await caracal(["check", "."], { cwd: folder });
    expect(stdout.match(/overlay\.yml:\d+/g)).toEqual(["overlay.yml:2", "overlay.yml:4", "overlay.yml:5"]);
    expect(code).toBe(2);
  });

  test.each([
    [["gone"], "gone: error INPUT_NOT_FOUND there is no such file or folder; name"],
    [["gone.yml"], "gone.yml: error INPUT_NOT_FOUND there is no such file or folder; name"],
    [["empty"], "empty: error INPUT_NOT_FOUND there is nothing in it to check; name"],
  ])("%j, where there is nothing to check", async (paths, message) => {
    const folder = await folderWith({ "empty/readme.txt": "" });
    const { stdout, code } = await caracal(["check", ...paths], { cwd: folder });
    expect([stdout, code]).toEqual([`${message} schemas, rules, or folders of them\n`, 3]);
  });
});
