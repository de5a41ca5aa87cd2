import { describe, expect, test } from "vitest";
import { findMisfits } from "../../../../sdk/schema/infer/find-misfits.ts";
import { readSchema } from "../../../../sdk/schema/read-schema.ts";
import { inferredText, observed } from "./infer.ts";

function misfits(fields: string, records: readonly object[]): string[] {
  const schema = readSchema(
    `schema: Custom.A\ndefinitions: { Id: { type: bigint } }\nfields: [${fields}]`,
    "a.yml",
  );
  return findMisfits(schema, observed(records)).map(({ path, message }) => `${path} ${message}`);
}

describe("what a schema takes is no misfit", () => {
  test.each<[string, unknown[]]>([
    ["type: json", [1, "a", {}, []]],
    ["type: string", ["a", 1, true, ""]],
    ["type: bigint", [1, "2", "007", "", 2 ** 60]],
    ["type: smallint", [-32_768, 32_767]],
    ["type: float", [1, 2.5, "3", "1234567890123456.5"]],
    ["type: boolean", [true, "FALSE", ""]],
    ["type: boolean", [0, "1"]],
    ["type: timestamp", ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00", ""]],
    ["type: timestamp, timeFormats: [unix, rfc3339]", [1_700_000_000, "5", 7]],
    ["type: timestamp, timeFormats: ['%d.%m.%Y']", ["02.03.2026"]],
    ["type: object, fields: [{ name: a, type: string }]", [{ a: "x" }, {}]],
    ["type: array, element: { type: string }", [["a"], []]],
    ["type: array, isEmbeddedJSON: true, element: { type: string }", ['["a"]']],
    ["type: ref, target: Id", [5]],
  ])("%s: %j", (type, values) => {
    const records = values.map((field) => ({ field }));
    expect(misfits(`{ name: field, ${type} }`, records)).toEqual([]);
  });

  test("nor is what a transformation takes from elsewhere", () => {
    const fields = `{ name: who, type: string, required: true, rename: { from: user } },
      { name: both, type: string, required: true, concat: { paths: [a.x, b] } },
      { name: copied, type: string, copy: { from: c.y } }`;
    expect(misfits(fields, [{ user: "amy", a: { x: "1" }, b: "2", c: { y: "3" } }])).toEqual([]);
  });
});

describe("what a schema would lose is told", () => {
  test.each<[string, object[], string]>([
    [
      "{ name: a, type: bigint }",
      [{ a: 1, b: { c: "x" } }],
      "b is object in the samples, and not in the schema",
    ],
    ["{ name: a, type: bigint }", [{ a: "x" }], "a is bigint, but the samples suggest string"],
    ["{ name: a, type: bigint }", [{ a: 1.5 }], "a is bigint, but the samples suggest float"],
    ["{ name: a, type: int }", [{ a: 2 ** 31 }], "a is int, but the samples suggest bigint"],
    ["{ name: a, type: string }", [{ a: "x" }, { a: {} }], "a is string, but the samples suggest json"],
    ["{ name: a, type: boolean }", [{ a: 2 }], "a is boolean, but the samples suggest bigint"],
    ["{ name: a, type: ref, target: Id }", [{ a: "x" }], "a is bigint, but the samples suggest string"],
    [
      "{ name: a, type: timestamp }",
      [{ a: "02/Mar/2026:09:00:00 +0100" }],
      "a is timestamp (rfc3339), but the samples suggest timestamp (%d/%b/%Y:%H:%M:%S %z)",
    ],
    ["{ name: a, type: timestamp }", [{ a: 5 }], "a is timestamp (rfc3339), but the samples suggest bigint"],
    [
      "{ name: a, type: array, element: { type: object, fields: [{ name: b, type: bigint }] } }",
      [{ a: [{ b: "x" }] }],
      "a[].b is bigint, but the samples suggest string",
    ],
    [
      "{ name: a, type: bigint, required: true }",
      [{ a: 1 }, {}, { a: null }],
      "a is required, but 2 of 3 have none",
    ],
    [
      "{ name: a, type: bigint, required: true }",
      [{ a: 1 }, { a: "" }],
      "a is required, but 1 of 2 have none",
    ],
    [
      "{ name: o, type: object, fields: [{ name: a, type: string, required: true }] }",
      [{ o: { a: "x" } }, { o: {} }, {}],
      "o.a is required, but 1 of 2 have none",
    ],
  ])("%s: %j", (fields, records, message) => {
    expect(misfits(fields, records)).toEqual([message]);
  });

  test("nothing of the schema that the same records suggest", () => {
    const records = [
      { a: 2 ** 60, b: [], c: null, p_x: 1 },
      { a: 1, b: [], d: { "10.0.0.1": 1 } },
    ];
    const schema = readSchema(inferredText(records), "a.yml");
    expect(findMisfits(schema, observed(records))).toEqual([]);
  });
});
