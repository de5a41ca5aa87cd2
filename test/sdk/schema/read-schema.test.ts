import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import type { LogSchema } from "../../../sdk/schema/log-schema.ts";
import { readOverlay, readSchema } from "../../../sdk/schema/read-schema.ts";

const HEAD = "schema: Custom.Door\nfields:\n";

/** Each problem of a schema file, as a command prints it. */
function problemsOf(text: string, read: (text: string, source: string) => unknown = readSchema): string[] {
  try {
    read(text, "door.yml");
    return [];
  } catch (error) {
    if (error instanceof CaracalError) return error.message.split("\n");
    throw error;
  }
}

test("a good file is read whole, with its defaults", () => {
  const text = `# A comment
schema: Custom.Door
version: 0
description: Who went where
referenceURL: https://example.com
fields:
  - name: id
    required: true
    description: The door
    type: string
    indicators: [trace_id, hostname]
  - { name: at, type: timestamp, isEventTime: true }
  - { name: left, type: timestamp, timeFormats: [unix, unix_ms] }
  - name: people
    type: array
    element: { type: object, fields: [{ name: badge, type: bigint }] }
`;
  expect(readSchema(text, "door.yml")).toEqual({
    schema: "Custom.Door",
    version: 0,
    description: "Who went where",
    referenceURL: "https://example.com",
    fields: [
      {
        name: "id",
        required: true,
        description: "The door",
        type: "string",
        indicators: ["trace_id", "hostname"],
      },
      { name: "at", required: false, type: "timestamp", timeFormats: ["rfc3339"], isEventTime: true },
      {
        name: "left",
        required: false,
        type: "timestamp",
        timeFormats: ["unix", "unix_ms"],
        isEventTime: false,
      },
      {
        name: "people",
        required: false,
        type: "array",
        element: { type: "object", fields: [{ name: "badge", required: false, type: "bigint" }] },
      },
    ],
  } satisfies LogSchema);
});

const TYPES = "string, int, smallint, bigint, float, boolean, json, timestamp, object, array";

describe("one problem, its place and what to do", () => {
  test.each([
    ["an empty file", "", "1:1: SCHEMA_INVALID found nothing; write a mapping"],
    ["a list", "- a", "1:1: SCHEMA_INVALID found a list; write a mapping"],
    ["no fields", "schema: Custom.Door", "1:1: SCHEMA_INVALID fields: missing; write a list"],
    [
      "an empty list of fields",
      "schema: Custom.Door\nfields: []",
      "2:9: SCHEMA_INVALID fields: empty; write at least one",
    ],
    [
      "a name that is no log type",
      "schema: door\nfields: [{ name: a, type: int }]",
      "1:9: SCHEMA_INVALID schema: door is no name of a log type; write one such as AWS.CloudTrail",
    ],
    [
      "another version",
      `version: 1\n${HEAD}  - { name: a, type: int }`,
      "1:10: SCHEMA_INVALID version: unknown version 1; write one of 0",
    ],
    [
      "an unknown key at the top",
      `${HEAD}  - { name: a, type: int }\nfeilds: []`,
      "4:1: SCHEMA_INVALID unknown key feilds; correct its spelling, or remove it",
    ],
    [
      "an unknown key of a field",
      `${HEAD}  - name: a\n    type: string\n    indicater: ip`,
      "5:5: SCHEMA_INVALID fields.0: unknown key indicater; correct its spelling, or remove it",
    ],
    [
      "a key of another type",
      `${HEAD}  - name: a\n    type: int\n    indicators: [ip]`,
      "5:5: SCHEMA_INVALID fields.0: unknown key indicators; correct its spelling, or remove it",
    ],
    [
      "a key that objects inherit",
      `${HEAD}  - name: a\n    type: int\n    __proto__: x`,
      "5:5: SCHEMA_INVALID fields.0: unknown key __proto__; correct its spelling, or remove it",
    ],
    [
      "a misspelt type",
      `${HEAD}  - name: a\n    type: strin`,
      `4:11: SCHEMA_INVALID fields.0.type: unknown type strin; write one of ${TYPES}`,
    ],
    ["no type", `${HEAD}  - name: a`, `3:5: SCHEMA_INVALID fields.0.type: missing; write one of ${TYPES}`],
    [
      "type: ref",
      `${HEAD}  - name: a\n    type: ref\n    target: B`,
      `4:11: SCHEMA_UNSUPPORTED fields.0.type: the type ref is not supported yet; write one of ${TYPES}`,
    ],
    [
      "a misspelt indicator",
      `${HEAD}  - name: a\n    type: string\n    indicators:\n      - aws_arm`,
      "6:9: SCHEMA_INVALID fields.0.indicators.0: unknown indicator aws_arm; write one of aws_account_id, aws_arn, aws_arn_only, aws_instance_id, aws_tag, domain, email, hostname, ip, md5, net_addr, sha1, sha256, trace_id, url, username",
    ],
    [
      "a misspelt format",
      `${HEAD}  - name: a\n    type: timestamp\n    timeFormats: [unixx]`,
      "5:19: SCHEMA_INVALID fields.0.timeFormats.0: unknown timeFormat unixx; write one of rfc3339, unix, unix_ms, unix_us, unix_ns",
    ],
    [
      "a strftime format",
      `${HEAD}  - name: a\n    type: timestamp\n    timeFormats: ['%Y']`,
      "5:19: SCHEMA_UNSUPPORTED fields.0.timeFormats.0: the timeFormat %Y is not supported yet; write one of rfc3339, unix, unix_ms, unix_us, unix_ns",
    ],
    ["no name", `${HEAD}  - type: int`, "3:5: SCHEMA_INVALID fields.0.name: missing; write text"],
    [
      "a name that is a number",
      `${HEAD}  - { name: 5, type: int }`,
      "3:13: SCHEMA_INVALID fields.0.name: found a number; write text",
    ],
    [
      "a required that is text",
      `${HEAD}  - { name: a, type: int, required: si }`,
      "3:37: SCHEMA_INVALID fields.0.required: found text; write true or false",
    ],
    ["a field that is text", `${HEAD}  - a`, "3:5: SCHEMA_INVALID fields.0: found text; write a mapping"],
    [
      "an object without fields",
      `${HEAD}  - { name: a, type: object }`,
      "3:5: SCHEMA_INVALID fields.0.fields: missing; write a list",
    ],
    [
      "an array without element",
      `${HEAD}  - { name: a, type: array }`,
      "3:5: SCHEMA_INVALID fields.0.element: missing; write a mapping",
    ],
    [
      "a nested mistake",
      `${HEAD}  - name: a\n    type: array\n    element:\n      type: object\n      fields: [{ name: b, type: in }]`,
      `7:33: SCHEMA_INVALID fields.0.element.fields.0.type: unknown type in; write one of ${TYPES}`,
    ],
    [
      "a name that is there twice",
      `${HEAD}  - { name: a, type: int }\n  - { name: a, type: int }`,
      "4:13: SCHEMA_INVALID fields.1.name: a is the name of an earlier field; choose another name",
    ],
    [
      "a reserved name",
      `${HEAD}  - { name: p_row_id, type: int }`,
      "3:13: SCHEMA_INVALID fields.0.name: p_row_id begins with p_, which is reserved for standard fields; choose another name",
    ],
    [
      "a key that is there twice",
      `${HEAD}  - name: a\n    type: int\n    type: float`,
      "5:5: SCHEMA_INVALID not YAML: Map keys must be unique",
    ],
    ["a tab", `${HEAD}\t- name: a`, "3:1: SCHEMA_INVALID not YAML: Tabs are not allowed as indentation"],
    [
      "a bracket that is not closed",
      `${HEAD}  - { name: a`,
      "3:14: SCHEMA_INVALID not YAML: Flow map in block collection must be sufficiently indented and end with a }",
    ],
    [
      "an alias",
      `${HEAD}  - &a { name: a, type: int }\n  - *a`,
      "4:5: SCHEMA_UNSUPPORTED the alias *a is not supported; write out what it stands for",
    ],
    [
      "an alias of nothing",
      `${HEAD}  - *a`,
      "3:5: SCHEMA_UNSUPPORTED the alias *a is not supported; write out what it stands for",
    ],
    [
      "an alias of itself",
      `schema: Custom.Door\nfields: &f\n  - { name: a, type: object, fields: *f }`,
      "3:38: SCHEMA_UNSUPPORTED the alias *f is not supported; write out what it stands for",
    ],
    [
      "nesting without end",
      HEAD + "[".repeat(20_000),
      expect.stringMatching(/^\d+:\d+: SCHEMA_INVALID nested too deeply to read$/),
    ],
  ])("%s", (_, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.replace(/^door.yml:/, "")).toEqual(problem);
  });

  test.each(
    "validate isEmbeddedJSON isExpiration timeFormat target rename copy concat split mask".split(" "),
  )("the key %s of a field", (key) => {
    expect(problemsOf(`${HEAD}  - name: a\n    type: string\n    ${key}: {}`)).toEqual([
      `door.yml:5:5: SCHEMA_UNSUPPORTED fields.0: the key ${key} is not supported yet; leave it out`,
    ]);
  });

  test.each(["parser", "definitions", "fieldDiscoveryEnabled"])("the key %s at the top", (key) => {
    expect(problemsOf(`${HEAD}  - { name: a, type: int }\n${key}: {}`)).toEqual([
      `door.yml:4:1: SCHEMA_UNSUPPORTED the key ${key} is not supported yet; leave it out`,
    ]);
  });
});

test("every problem is told at once, in the file's order", () => {
  const text = `schema: Custom.Door
fields:
  - name: a
    type: strin
  - name: a
    type: string
    unknown: 1
    validate: {}
  - name: p_a
    type: string
    indicators: [ip, aws_arm]
parser: {}
`;
  expect(problemsOf(text).map((line) => line.replace(/;.*/, ""))).toEqual([
    "door.yml:4:11: SCHEMA_INVALID fields.0.type: unknown type strin",
    "door.yml:5:11: SCHEMA_INVALID fields.1.name: a is the name of an earlier field",
    "door.yml:7:5: SCHEMA_INVALID fields.1: unknown key unknown",
    "door.yml:8:5: SCHEMA_UNSUPPORTED fields.1: the key validate is not supported yet",
    "door.yml:9:11: SCHEMA_INVALID fields.2.name: p_a begins with p_, which is reserved for standard fields",
    "door.yml:11:22: SCHEMA_INVALID fields.2.indicators.1: unknown indicator aws_arm",
    "door.yml:12:1: SCHEMA_UNSUPPORTED the key parser is not supported yet",
  ]);
});

test("an alias bomb is refused before it is unpacked", () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `l${level}: &l${level} [${`*l${level - 1},`.repeat(9)}]`,
  );
  const problems = problemsOf(["l-1: &l-1 [x]", ...levels].join("\n"));
  expect(problems).toHaveLength(270);
  expect(problems[0]).toBe(
    "door.yml:2:10: SCHEMA_UNSUPPORTED the alias *l-1 is not supported; write out what it stands for",
  );
});

test("an overlay is read with the same care", () => {
  expect(readOverlay("schema: Custom.Door\nidentity: [id]", "x.yml")).toEqual({
    schema: "Custom.Door",
    identity: ["id"],
  });
  expect(problemsOf("schema: Custom.Door\nidentity: []\nversion: 0", readOverlay)).toEqual([
    "door.yml:2:11: SCHEMA_INVALID identity: empty; write at least one",
    "door.yml:3:1: SCHEMA_INVALID unknown key version; correct its spelling, or remove it",
  ]);
});
