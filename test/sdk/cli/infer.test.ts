import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, record } from "./caracal.ts";

const door = (id: number): string =>
  JSON.stringify({ openedAt: 1_700_000_000 + id, door: `door-${id}`, holder: "dana@claims.example" });

const DOORS = [1, 2, 3].map((id) => `${door(id)}\n`).join("");

const SCHEMA = `# Inferred from 3 records. Describe what they mean, and correct what other records may have.
# No field was found that says when it happened: where there is one, add isEventTime: true to it.

schema: Custom.DoorLog
description: What writes this log, and what one record of it stands for.
fields:
    - name: openedAt
      required: true
      type: timestamp
      timeFormats:
        - unix
    - name: door
      required: true
      type: string
    - name: holder
      required: true
      type: string
      indicators:
        - email
`;

describe.concurrent("caracal infer", () => {
  test("prints the schema, named after the sample, and what it read apart from it", async () => {
    const cwd = await folderWith({ "door-log.ndjson.gz": gzipSync(DOORS) });
    expect(await caracal(["infer", "door-log.ndjson.gz"], { cwd })).toEqual({
      stdout: SCHEMA,
      stderr: "3 records read, 0 rejected\n",
      code: 0,
    });
  });

  test("writes the schema to a file, under the name that was asked for, and reads standard input", async () => {
    const cwd = await folderWith({});
    const args = ["infer", "-", "--schema", "Custom.Entrance", "--out", "entrance.yml"];
    const { code, stdout, stderr } = await caracal(args, {
      cwd,
      input: `[${DOORS.trim().replaceAll("\n", ",")}]`,
    });
    expect([code, stdout, stderr]).toEqual([0, "", "3 records read, 0 rejected\nentrance.yml written\n"]);
    const text = await readFile(join(cwd, "entrance.yml"), "utf8");
    expect(text).toBe(SCHEMA.replace("Custom.DoorLog", "Custom.Entrance"));
  });

  test("finds nothing wrong with its own schema, and writes the same again", async () => {
    const args = ["infer", "fixtures/aws-bedrock/records", "fixtures/aws-bedrock/containers"];
    const cwd = await folderWith({});
    const [one, other] = [join(cwd, "one.yml"), join(cwd, "other.yml")];
    for (const out of [one, other]) expect(await caracal([...args, "--out", out])).toMatchObject({ code: 0 });
    expect(await readFile(other, "utf8")).toBe(await readFile(one, "utf8"));
    expect(await caracal([...args, "--check", one])).toMatchObject({ code: 0, stdout: "" });
  });

  test("a schema that it wrote generates types", async () => {
    const cwd = await folderWith({ "door-log.json": DOORS });
    await caracal(["infer", "door-log.json", "--out", "door-log.yml"], { cwd });
    const generated = await caracal(["generate", "door-log.yml", "--out", "generated"], { cwd });
    expect(generated).toMatchObject({ code: 0, stderr: "generated/custom-door-log.ts written\n" });
  });

  test("--check lists what a schema would lose", async () => {
    const schema = SCHEMA.replace("door\n", "gate\n").replace("- unix\n", "- rfc3339\n");
    const cwd = await folderWith({ "a.json": DOORS, "door.yml": schema });
    const { code, stdout } = await caracal(["infer", "a.json", "--check", "door.yml"], { cwd });
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "door.yml: SAMPLE_MISFIT openedAt is timestamp (rfc3339), but the samples suggest timestamp (unix)",
      "door.yml: SAMPLE_MISFIT gate is required, but 3 of 3 have none",
      "door.yml: SAMPLE_MISFIT door is string in the samples, and not in the schema",
      "",
    ]);
  });

  test("samples of two log types are told apart", async () => {
    const cwd = await folderWith({ "a.json": `${DOORS}${record(1)}\n${record(2)}\n` });
    const { code, stderr } = await caracal(["infer", "a.json"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(
      "the records look like 2 log types (3 with openedAt, door, holder; 2 with schemaType, timestamp, accountId): better infer each from samples of its own",
    );
  });
});

describe.concurrent("caracal infer, given what it cannot use", () => {
  test("counts broken records, shows the first, and takes the others", async () => {
    const cwd = await folderWith({ "door-log.json": `${DOORS}${"broken\n".repeat(5)}` });
    const { code, stdout, stderr } = await caracal(["infer", "door-log.json"], { cwd });
    expect([code, stdout]).toEqual([0, SCHEMA]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("3 records read, 5 rejected");
    expect(lines.slice(0, -1)).toEqual(
      [4, 5, 6].map(
        (line) => expect.stringMatching(`^door-log\\.json:${line}: RECORD_JSON_BROKEN `) as string,
      ),
    );
  });

  test("says once of text that it is no JSON, and takes the samples that are", async () => {
    const text = Array.from({ length: 200 }, (_, id) => `[09:00:${id}] door ${id} opened\n`).join("");
    const told =
      "a.log: RECORD_JSON_BROKEN the sample is text and no JSON, which is all that infer reads; write a schema with a parser for it\n";
    const cwd = await folderWith({ "a.log": text, "door-log.json": DOORS });
    expect(await caracal(["infer", "a.log"], { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr: `${told}0 records read, 200 rejected\n`,
    });
    expect(await caracal(["infer", "a.log", "door-log.json", "--schema", "Custom.DoorLog"], { cwd })).toEqual(
      {
        code: 0,
        stdout: SCHEMA,
        stderr: `${told}3 records read, 200 rejected\n`,
      },
    );
  });

  test("says where JSON breaks that is not whole", async () => {
    const cwd = await folderWith({ "a.json": `{"door": 1,}\n` });
    const { stderr } = await caracal(["infer", "a.json"], { cwd });
    expect(stderr).toMatch(/^a\.json:1: RECORD_JSON_BROKEN the record is not valid JSON from character /);
  });

  test("says of a schema with a parser that it cannot be checked", async () => {
    const schema = SCHEMA.replace("fields:", "parser: { csv: { hasHeader: true } }\nfields:");
    const cwd = await folderWith({ "a.json": DOORS, "door.yml": schema });
    expect(await caracal(["infer", "a.json", "--check", "door.yml"], { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr:
        "door.yml: ARGUMENT_INVALID cannot be checked: it has a parser, and samples are read as JSON; see what caracal check --drift says of the logs\n",
    });
  });

  test.each([
    ["nothing", "", "a.json: INPUT_EMPTY the file is empty\n0 records read, 0 rejected\n"],
    ["an array of what is no object", '["a",1]', "2 rejected\n"],
    ["empty objects", "{}\n{}\n", "2 records read, 0 rejected\n"],
    ["nothing but nulls", '{"a":null}\n', "1 record read, 0 rejected\n"],
  ])("%s: there is no schema", async (_, text, told) => {
    const cwd = await folderWith({ "a.json": text });
    const { code, stdout, stderr } = await caracal(["infer", "a.json"], { cwd });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(told);
    expect(stderr).toMatch(
      /a\.json: SAMPLE_EMPTY the samples hold no record with a field that has a value\n$/,
    );
  });

  test.each([
    [["none.json"], 3, /^none\.json: INPUT_NOT_FOUND /],
    [["a.json", "--schema", "door"], 3, /^ARGUMENT_INVALID door is no name of a log type; /],
    [["a.json", "--check", "none.yml"], 3, /^none\.yml: INPUT_UNREADABLE /],
    [["a.json", "--check", "bad.yml"], 2, /^bad\.yml:1:1: SCHEMA_INVALID /],
    [["a.json", "--out", "a.json"], 3, /^ARGUMENT_INVALID --out a\.json is read/],
    [["a.json", "--out", "none/a.yml"], 3, /none\/a\.yml: OUTPUT_UNWRITABLE /],
    [["a.json", "--check", "bad.yml", "--out", "b.yml"], 3, /cannot be used with/],
  ])("%j", async (args, exitCode, told) => {
    const cwd = await folderWith({ "a.json": DOORS, "bad.yml": "fields: []\n" });
    const { code, stdout, stderr } = await caracal(["infer", ...args], { cwd });
    expect([code, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toMatch(told);
    expect(await readFile(join(cwd, "a.json"), "utf8")).toBe(DOORS);
  });
});
