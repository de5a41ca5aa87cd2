import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import type { LogSchema } from "../../../sdk/schema/log-schema.ts";
import { inspectSchema, readOverlay, readSchema } from "../../../sdk/schema/read-schema.ts";

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
parser: { csv: { columns: [id, at] } }
definitions:
  Badge: { type: bigint }
fields:
  - name: id
    required: true
    description: The door
    type: string
    indicators: [trace_id, hostname]
    mask: { type: hash }
  - { name: at, type: timestamp, isEventTime: true }
  - { name: left, type: timestamp, timeFormats: [unix, "%Y-%m-%d"], isExpiration: true }
  - { name: back, type: timestamp, timeFormat: unix_ms, concat: { paths: [a.b] } }
  - name: people
    type: array
    element: { type: object, fields: [{ name: badge, type: ref, target: Badge }] }
`;
  expect(readSchema(text, "door.yml")).toEqual({
    schema: "Custom.Door",
    version: 0,
    description: "Who went where",
    referenceURL: "https://example.com",
    fieldDiscoveryEnabled: false,
    parser: {
      csv: {
        columns: ["id", "at"],
        delimiter: ",",
        hasHeader: false,
        emptyValues: [],
        trimSpace: false,
        expandFields: {},
      },
    },
    definitions: { Badge: { type: "bigint" } },
    fields: [
      {
        name: "id",
        required: true,
        description: "The door",
        type: "string",
        indicators: ["trace_id", "hostname"],
        mask: { type: "hash", algorithm: "sha256", salt: "" },
      },
      {
        name: "at",
        required: false,
        type: "timestamp",
        timeFormats: ["rfc3339"],
        isEventTime: true,
        isExpiration: false,
      },
      {
        name: "left",
        required: false,
        type: "timestamp",
        timeFormats: ["unix", "%Y-%m-%d"],
        isEventTime: false,
        isExpiration: true,
      },
      {
        name: "back",
        required: false,
        type: "timestamp",
        timeFormats: ["unix_ms"],
        isEventTime: false,
        isExpiration: false,
        concat: { paths: ["a.b"], separator: "" },
      },
      {
        name: "people",
        required: false,
        type: "array",
        isEmbeddedJSON: false,
        element: {
          type: "object",
          isEmbeddedJSON: false,
          fields: [{ name: "badge", required: false, type: "ref", target: "Badge" }],
        },
      },
    ],
  } satisfies LogSchema);
});

describe("one problem, its place and what to do", () => {
  test.each([
    ["an empty file", "", "1:1: SCHEMA_INVALID found nothing; write a mapping"],
    ["a list", "- a", "1:1: SCHEMA_INVALID found a list; write a mapping"],
    ["no fields", "schema: Custom.Door", "1:1: SCHEMA_INVALID fields: missing; write a list"],
    [
      "a key that objects inherit",
      `${HEAD}  - name: a\n    type: int\n    __proto__: x`,
      "5:5: SCHEMA_UNSUPPORTED the key __proto__ is not supported; choose another name",
    ],
    ["a tab", `${HEAD}\t- name: a`, "3:1: SCHEMA_INVALID not YAML: Tabs are not allowed as indentation"],
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
      "a definition that objects inherit",
      `definitions:\n  __proto__: { type: int }\n${HEAD}  - { name: a, type: ref, target: __proto__ }`,
      "2:3: SCHEMA_UNSUPPORTED the key __proto__ is not supported; choose another name",
    ],
    [
      "two documents",
      `${HEAD}  - { name: a, type: int }\n---\n${HEAD}`,
      "4:1: SCHEMA_INVALID a second document begins here; write a file for each",
    ],
    [
      "a name that is too long",
      `schema: A${"a".repeat(255)}\nfields: [{ name: a, type: int }]`,
      "1:9: SCHEMA_INVALID schema: longer than 255 characters; write a shorter one",
    ],
    [
      "nesting without end",
      HEAD + "[".repeat(20_000),
      expect.stringMatching(/^\d+:\d+: SCHEMA_INVALID nested too deeply to read$/),
    ],
    [
      "nesting that no schema needs",
      `${HEAD}  - ${"{ name: a, type: array, element: ".repeat(500)}{}${" }".repeat(500)}`,
      expect.stringMatching(/^3:\d+: SCHEMA_INVALID nested too deeply to read$/),
    ],
  ])("%s", (_, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.replace(/^door.yml:/, "")).toEqual(problem);
  });
});

test("a byte order mark moves nothing", () => {
  const text = "schema: door\nfields: [{ name: a, type: timestamp, isEventTime: true }]";
  expect(problemsOf(`\uFEFF${text}`)).toEqual(problemsOf(text));
});

test.each([
  ["in UTF-16", Buffer.from("\uFEFFschema: Custom.Door", "utf16le")],
  ["in gzip", gzipSync(HEAD)],
  ["of random bytes", Buffer.from([0x8f, 0x1b, 0xe2, 0x41, 0x0a, 0x07, 0xff])],
])("a file %s is no text", (_, bytes) => {
  expect(problemsOf(bytes.toString())).toEqual([
    "door.yml: SCHEMA_INVALID the file is no text in UTF-8; write a schema in YAML, as text",
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

test("doubts alone do not keep a file from being read", () => {
  const text = `${HEAD}  - { name: a, type: timestamp, isExpiration: true }`;
  expect(problemsOf(text)).toEqual([]);
  const { value, issues } = inspectSchema(text, "door.yml");
  expect(value?.fields).toHaveLength(1);
  expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
    ["SCHEMA_DOUBTFUL", 1, 9],
    ["SCHEMA_DOUBTFUL", 3, 47],
  ]);
});

test("an error leaves doubts out of what is thrown", () => {
  expect(problemsOf(`${HEAD}  - { name: a, type: int, isExpiration: true }`)).toEqual([
    "door.yml:3:27: SCHEMA_INVALID fields.0: isExpiration belongs to timestamps; move it there, or remove it",
  ]);
});

test("an overlay is read with the same care", () => {
  expect(readOverlay("schema: Custom.Door\nidentity: [id]", "x.yml")).toEqual({
    schema: "Custom.Door",
    identity: ["id"],
  });
  expect(problemsOf("schema: Custom.Door\nidentity: []", readOverlay)).toEqual([
    "door.yml:2:11: SCHEMA_INVALID identity: empty; write at least one",
  ]);
});

/** Keys and values that a schema may have, in places where they may not be. */
const scrap = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      0,
      5,
      "",
      "a",
      "p_a",
      "string",
      "ref",
      "A",
      "%Q",
      "constructor",
      "__proto__",
      "toString",
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("mapping"),
  ),
  mapping: fc.dictionary(
    fc.constantFrom(
      ..."schema fields definitions parser name type element target required timeFormats timeFormat".split(
        " ",
      ),
      ..."indicators validate rename copy concat split mask csv fastmatch regex match columns".split(" "),
      ..."from paths patternDefinitions allow deny isEventTime toString valueOf constructor A".split(" "),
    ),
    tie("value"),
    { maxKeys: 6 },
  ),
}));

test("whatever a file says, each problem has a place in it", () => {
  fc.assert(
    fc.property(scrap.mapping, (file) => {
      const text = JSON.stringify(file, undefined, 1);
      const { value, issues } = inspectSchema(text, "door.yml");
      expect(value === undefined).toBe(issues.some(({ code }) => code !== "SCHEMA_DOUBTFUL"));
      for (const { line = 0, column = 0 } of issues) {
        expect(text.split("\n")[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
      }
    }),
  );
});
