import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../sdk/base/json.ts";
import { oneOf } from "../../../sdk/event/checks.ts";
import { Decoding, own } from "../../../sdk/event/decoding.ts";
import { timeFormats } from "../../../sdk/event/time-formats.ts";

type Read = (to: Decoding, value: JsonValue | undefined) => unknown;

const READS = {
  string: (to, value) => to.string(value, "f"),
  int: (to, value) => to.integer(value, "f", "int"),
  smallint: (to, value) => to.integer(value, "f", "smallint"),
  bigint: (to, value) => to.integer(value, "f", "bigint"),
  float: (to, value) => to.float(value, "f"),
  boolean: (to, value) => to.boolean(value, "f"),
  json: (to, value) => to.json(value),
  rfc3339: (to, value) => to.timestamp(value, "f", timeFormats("rfc3339")),
  unix: (to, value) => to.timestamp(value, "f", timeFormats("unix")),
  unix_ms: (to, value) => to.timestamp(value, "f", timeFormats("unix_ms")),
  unix_us: (to, value) => to.timestamp(value, "f", timeFormats("unix_us")),
  unix_ns: (to, value) => to.timestamp(value, "f", timeFormats("unix_ns")),
  object: (to, value) => to.object(value, "f", (record) => Object.keys(record)),
  array: (to, value) => to.array(value, "f", (element) => to.string(element, "[]")),
  filledArray: (to, value) => to.filledArray(value, "f", (element) => to.string(element, "[]")),
} as const satisfies Record<string, Read>;

type Type = keyof typeof READS;

function read(type: Type, json: string) {
  const to = new Decoding();
  const value = READS[type](to, json === "undefined" ? undefined : (JSON.parse(json) as JsonValue));
  return { value, issues: to.issues };
}

describe("a value that fits", () => {
  test.each<[Type, string, unknown]>([
    ["string", '"a"', "a"],
    ["string", '""', ""],
    ["string", '"9007199254740993"', "9007199254740993"],
    ["string", "5", "5"],
    ["string", "-1.5", "-1.5"],
    ["string", "true", "true"],
    ["string", "9007199254740991", "9007199254740991"],
    ["int", "2147483647", 2_147_483_647],
    ["int", '"-2147483648"', -2_147_483_648],
    ["int", "1.0", 1],
    ["int", '"+7"', 7],
    ["int", '"007"', 7],
    ["smallint", "-32768", -32_768],
    ["bigint", "9007199254740991", 9_007_199_254_740_991],
    ["bigint", '"9007199254740991"', 9_007_199_254_740_991],
    ["float", "1.5", 1.5],
    ["float", '"1.5"', 1.5],
    ["float", '"-1e3"', -1000],
    ["float", '".5"', 0.5],
    ["float", '"5."', 5],
    ["float", "9007199254740993", 9_007_199_254_740_992],
    ["boolean", "true", true],
    ["boolean", "false", false],
    ["boolean", "1", true],
    ["boolean", "0", false],
    ...["1", "t", "T", "true", "TRUE", "True"].map((yes): [Type, string, boolean] => [
      "boolean",
      `"${yes}"`,
      true,
    ]),
    ...["0", "f", "F", "false", "FALSE", "False"].map((no): [Type, string, boolean] => [
      "boolean",
      `"${no}"`,
      false,
    ]),
    ["json", "0", 0],
    ["json", '""', ""],
    ["json", "[]", []],
    ["json", '{"a":[null]}', { a: [null] }],
    ["rfc3339", '"2026-08-03T22:54:46Z"', new Date("2026-08-03T22:54:46Z")],
    ["unix", "1700000000", new Date(1_700_000_000_000)],
    ["unix", '"1700000000"', new Date(1_700_000_000_000)],
    ["unix", "1700000000.123", new Date(1_700_000_000_123)],
    ["unix", '"1700000000.1239999"', new Date(1_700_000_000_124)],
    ["unix", "1700000000.123999", new Date(1_700_000_000_123)],
    ["unix", "-1.5", new Date(-1500)],
    ["unix", "0", new Date(0)],
    ["unix_ms", "1700000000123", new Date(1_700_000_000_123)],
    ["unix_us", "1700000000123999", new Date(1_700_000_000_123)],
    ["unix_ns", "1700000000123000000", new Date(1_700_000_000_123)],
    ["unix_ns", '"1700000000123000000"', new Date(1_700_000_000_123)],
    ["object", '{"a":1}', ["a"]],
    ["object", "{}", []],
    ["array", '["a",1,true]', ["a", "1", "true"]],
    ["array", "[]", []],
    ["array", '[null,"a",null]', ["a"]],
    ["filledArray", '["a"]', ["a"]],
  ])("%s of %s", (type, json, value) => {
    expect(read(type, json)).toEqual({ value, issues: [] });
  });

  test.each(Array.from({ length: 40 }, (_, index) => 1_700_000_000_000 + index * 977))(
    "%i ms is the same moment in every unit",
    (milliseconds) => {
      const date = new Date(milliseconds);
      expect(read("unix", String(milliseconds / 1000)).value).toEqual(date);
      expect(read("unix_us", `${milliseconds}000`).value).toEqual(date);
      expect(read("unix_ns", `${milliseconds}000000`).value).toEqual(date);
    },
  );
});

describe("a value that is not there", () => {
  test.each<[Type, string]>([
    ...(Object.keys(READS) as Type[]).flatMap((type): [Type, string][] => [
      [type, "null"],
      [type, "undefined"],
    ]),
    ...(["int", "bigint", "smallint", "float", "boolean", "rfc3339", "unix"] as const).map(
      (type): [Type, string] => [type, '""'],
    ),
    ["filledArray", "[]"],
    ["filledArray", "[null]"],
  ])("%s of %s", (type, json) => {
    expect(read(type, json)).toEqual({ value: undefined, issues: [] });
  });
});

describe("a value that does not fit", () => {
  test.each<[Type, string, string, string?]>([
    ["string", "{}", "object"],
    ["string", "[]", "array"],
    ["string", "9007199254740993", "integer beyond 2^53"],
    ["string", "1e400", "integer beyond 2^53"],
    ["int", "2147483648", "integer out of range"],
    ["int", '"2147483648"', "text of an integer out of range"],
    ["int", "1.5", "float"],
    ["int", '"1.5"', "text"],
    ["int", '" 5"', "text"],
    ["int", '"0x10"', "text"],
    ["int", "true", "boolean"],
    ["int", "[1]", "array"],
    ["smallint", "32768", "integer out of range"],
    ["bigint", "9007199254740993", "integer beyond 2^53"],
    ["bigint", "-9007199254740992", "integer beyond 2^53"],
    ["bigint", '"9007199254740992"', "integer beyond 2^53"],
    ["bigint", "23.976", "float"],
    ["float", '"0x10"', "text"],
    ["float", '"NaN"', "text"],
    ["float", '"Infinity"', "text"],
    ["float", '"1e999"', "text"],
    ["float", '" 1"', "text"],
    ["float", '"1,5"', "text"],
    ["float", "true", "boolean"],
    ["boolean", "2", "integer"],
    ["boolean", '"yes"', "text"],
    ["boolean", '"tRUE"', "text"],
    ["boolean", "{}", "object"],
    ["rfc3339", '"yesterday"', "text", "timestamp (rfc3339)"],
    ["rfc3339", "1700000000", "integer", "timestamp (rfc3339)"],
    ["unix", '"1e9"', "text", "timestamp (unix)"],
    ["unix", "1e300", "integer beyond 2^53", "timestamp (unix)"],
    ["unix", "true", "boolean", "timestamp (unix)"],
    ["unix_ms", "8640000000000001", "integer", "timestamp (unix_ms)"],
    ["object", "[]", "array"],
    ["object", '"{}"', "text"],
    ["object", '""', "empty text", "object"],
    ["array", "{}", "object"],
    ["array", '"a"', "text"],
    ["filledArray", "1", "integer", "array"],
  ])("%s of %s", (type, json, found, expected = type) => {
    expect(read(type, json)).toEqual({ value: undefined, issues: [{ path: "f", expected, found }] });
  });

  test("is left out of an array, and told once for each kind", () => {
    expect(read("array", '["a",{},{},[],"b",{}]')).toEqual({
      value: ["a", "b"],
      issues: [
        { path: "f[]", expected: "string", found: "object" },
        { path: "f[]", expected: "string", found: "array" },
      ],
    });
    expect(read("filledArray", "[{}]").value).toBeUndefined();
  });
});

test("formats are tried in order", () => {
  const to = new Decoding();
  expect(to.timestamp("1700000000", "f", timeFormats("rfc3339", "unix", "unix_ms"))).toEqual(
    new Date(1_700_000_000_000),
  );
  expect(to.timestamp("x", "f", timeFormats("rfc3339", "unix"))).toBeUndefined();
  expect(to.issues).toEqual([{ path: "f", expected: "timestamp (rfc3339, unix)", found: "text" }]);
});

test("the first required field without a value is kept, with what stands there", () => {
  const to = new Decoding();
  to.require(undefined, "a");
  to.require(null, "b");
  expect(to.refusal).toEqual({ path: "a", asked: "required", found: "missing" });
});

test("keys that no schema knows are noted by path, each once, with the kind of what stood there first", () => {
  const to = new Decoding();
  const record = JSON.parse('{"a":1,"b":2,"__proto__":"3","constructor":[]}');
  to.rest(record, new Set(["a"]));
  to.array([record, record, { b: "x", c: 0.5 }], "list", (element) =>
    to.object(element, "[]", (object) => to.rest(object, new Set(["a"]))),
  );
  expect([...to.unknown]).toEqual([
    ["b", "integer"],
    ["__proto__", "text of an integer"],
    ["constructor", "array"],
    ["list[].b", "integer"],
    ["list[].__proto__", "text of an integer"],
    ["list[].constructor", "array"],
    ["list[].c", "float"],
  ]);
});

test("an issue's path leads through objects and arrays", () => {
  const to = new Decoding();
  to.object({ rows: [[{ n: "x" }]] }, "table", (table) =>
    to.array(table.rows, "rows", (row) =>
      to.array(row, "[]", (cell) => to.object(cell, "[]", (found) => to.integer(found.n, "n", "int"))),
    ),
  );
  expect(to.issues).toEqual([{ path: "table.rows[][].n", expected: "int", found: "text" }]);
});

describe("text of JSON", () => {
  test.each<[string, JsonValue | undefined, unknown, string?]>([
    ["is parsed", '{"a":[1]}', { a: [1] }],
    ["loses no digit", "12345678901234567890", "12345678901234567890"],
    ["that is no text is taken as it is", { a: 1 }, { a: 1 }],
    ["that is null stays null", null, null],
    ["that is empty is absent", "", undefined],
    ["that is none is an issue", "{secret", undefined, "text"],
  ])("%s", (_, value, embedded, found) => {
    const to = new Decoding();
    expect(to.embedded(value, "f")).toEqual(embedded);
    expect(to.issues).toEqual(found === undefined ? [] : [{ path: "f", expected: "text of JSON", found }]);
  });
});

test("a text that fails its check says that the record is of no use, an absent one does not", () => {
  const to = new Decoding();
  const check = oneOf(["a"]);
  expect([to.valid("a", "f", check), to.valid(undefined, "f", check)]).toEqual(["a", undefined]);
  expect(to.refusal).toBeUndefined();
  expect(to.valid("b", "f", check)).toBeUndefined();
  expect(to.refusal).toEqual({ path: "f", asked: "validate", found: "text" });
});

test("the zero time of a Go program is no event time", () => {
  const to = new Decoding();
  to.happened(new Date("0001-01-01T00:00:00Z"));
  expect(to.time).toBeUndefined();
  to.happened(new Date(5));
  to.happened(new Date(6));
  expect(to.time).toEqual(new Date(5));
});

test("a key that objects inherit is read only where the record has its own", () => {
  const record = JSON.parse('{"__proto__":"a","toString":"b"}');
  expect([own(record, "__proto__"), own(record, "toString"), own(record, "constructor")]).toEqual([
    "a",
    "b",
    undefined,
  ]);
});
