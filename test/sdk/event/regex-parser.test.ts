import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { regexParser } from "../../../sdk/event/regex-parser.ts";
import type { RegexSchema } from "../../../sdk/schema/parser-schema.ts";

function open(match: readonly string[], schema: Partial<RegexSchema> = {}) {
  return regexParser({
    patternDefinitions: {},
    emptyValues: [],
    trimSpace: false,
    expandFields: {},
    ...schema,
    match,
  })();
}

describe("a line", () => {
  test.each<[readonly string[], string, Record<string, string>]>([
    [
      ["^%{WORD:user} \\[%{DATA:level}\\] ", "%{GREEDYDATA:text}$"],
      "amy [INFO] open",
      { user: "amy", level: "INFO", text: "open" },
    ],
    [["(?P<user>\\w+)@(?P<host>\\S+)"], "by amy@door-1 today", { user: "amy", host: "door-1" }],
    [["%{IP:address}|%{USER:user}"], "10.0.0.1", { address: "10.0.0.1" }],
    [["^(?:%{IP:address}|%{USER:user})$"], "amy", { user: "amy" }],
    [["(\\w+) %{WORD:b} (?:\\w+)"], "1 2 3", { b: "2" }],
    [["^%{WORD:a}$"], "a\r", { a: "a" }],
    [["%{WORD:a}(?P<b>x?)"], "a", { a: "a", b: "" }],
    [["(?P<a>.)$"], "💩", { a: "💩" }],
    [["(?i)DOOR (?P<a>\\d+)"], "door 7", { a: "7" }],
  ])("%j reads %j", (match, line, record) => {
    expect(open(match)(line)).toEqual(record);
  });

  test("is of another form where the expression does not match", () => {
    expect(open(["^%{INT:a}$"])("7 doors")).toBeUndefined();
  });

  test("is trimmed, emptied, expanded and skipped as the schema says", () => {
    const parse = open(["(?P<user>[^,]*),(?P<host>[^,]*),%{CODE:code}"], {
      patternDefinitions: { CODE: "[^,]+" },
      trimSpace: true,
      emptyValues: ["-"],
      expandFields: { who: "%{user}@%{host}" },
      skipPrefix: "#",
    });
    expect(parse(" amy , door-1 , - ")).toEqual({ user: "amy", host: "door-1", who: "amy@door-1" });
    expect(parse("# a,b,c")).toBe("skipped");
  });

  test("may have fields that are named as objects name what they inherit", () => {
    expect(Object.entries(open(["%{WORD:__proto__} %{WORD:constructor}"])("1 2") ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

test.each([["(?P<a>x"], ["%{NOPE:a}"]])("the expression %s is refused", (match) => {
  expect(() => open([match])).toThrow(CaracalError);
});

test("expressions that take others forever take a long line in their stride", () => {
  const long = "a".repeat(100_000);
  expect(open(["^(?P<x>(a+)+)$"])(`${long}!`)).toBeUndefined();
  expect(open(["(?P<x>(a|aa)+)$"])(`${long}!`)).toBeUndefined();
  expect(open(["(?P<x>(.*)*)y$"])(long)).toBeUndefined();
  expect(open(["^(?P<x>(a+)+)$"])(long)).toEqual({ x: long });
});

test("property: no line makes it throw", () => {
  const parse = open(["^%{IPORHOST:host} \\[%{HTTPDATE:time}\\] %{QS:request} %{INT:status}"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (line) => {
      expect(["object", "undefined"]).toContain(typeof parse(line));
    }),
  );
});
