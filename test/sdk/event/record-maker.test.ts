import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordMaker } from "../../../sdk/event/record-maker.ts";

const PLAIN = { emptyValues: [], trimSpace: false, expandFields: {} };

test("a name without a value is absent, and a value with the empty name is forgotten", () => {
  expect(recordMaker(PLAIN)(["a", "", "c", "d", "e"], ["1", "2", undefined, null])).toEqual({ a: "1" });
});

test("empty text is a value, unless it is said to be none", () => {
  expect(recordMaker(PLAIN)(["a"], [""])).toEqual({ a: "" });
  expect(recordMaker({ ...PLAIN, emptyValues: ["", "-"] })(["a", "b", "c"], ["", "-", "--"])).toEqual({
    c: "--",
  });
});

test("blanks around values are cut off on request, before it is seen whether they are empty", () => {
  const names = ["a", "b"];
  expect(recordMaker(PLAIN)(names, [" 1 2\t", " - "])).toEqual({ a: " 1 2\t", b: " - " });
  const trimmed = recordMaker({ ...PLAIN, trimSpace: true, emptyValues: ["-"] });
  expect(trimmed(names, [" 1 2\t", " - "])).toEqual({ a: "1 2" });
});

describe("an expanded field", () => {
  test.each([
    ["%{a}", "1"],
    ["%{a}-%{b}", "1-2"],
    ["from %{a}%{a} to %{missing}.", "from 11 to ."],
    ["no field", "no field"],
    ["", ""],
    ["%{}%{constructor}%{__proto__}", ""],
    ["%{a", "%{a"],
    ["%{ex}", ""],
  ])("of %j is %j", (template, text) => {
    const toRecord = recordMaker({ ...PLAIN, expandFields: { ex: template } });
    expect(toRecord(["a", "b"], ["1", "2"])).toEqual({ a: "1", b: "2", ex: text });
  });

  test("takes the place of a value, and others are made of that value", () => {
    const toRecord = recordMaker({ ...PLAIN, expandFields: { a: "<%{a}>", b: "[%{a}]" } });
    expect(toRecord(["a"], ["1"])).toEqual({ a: "<1>", b: "[1]" });
  });

  test("keeps what looks like a field in a value", () => {
    const toRecord = recordMaker({ ...PLAIN, expandFields: { ex: "%{a}" } });
    expect(toRecord(["a", "b"], ["%{b}", "$&"])).toMatchObject({ ex: "%{b}" });
  });
});

test("property: every name is a key of the record's own, whatever objects inherit", () => {
  const name = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty"),
    fc.string({ minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const record = recordMaker(PLAIN)(names, names);
      expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
      expect(new Map(Object.entries(record))).toEqual(new Map(names.map((key) => [key, key])));
    }),
  );
});

test("an expanded field may have any name too", () => {
  const expandFields = JSON.parse('{"__proto__":"%{a}"}') as Record<string, string>;
  const record = recordMaker({ ...PLAIN, expandFields })(["a"], ["1"]);
  expect(Object.entries(record)).toEqual([
    ["a", "1"],
    ["__proto__", "1"],
  ]);
});
