import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { fastmatchParser } from "../../../sdk/event/fastmatch-parser.ts";
import type { FastmatchSchema } from "../../../sdk/schema/parser-schema.ts";

function parse(match: string | readonly string[], line: string, schema: Partial<FastmatchSchema> = {}) {
  const patterns = typeof match === "string" ? [match] : match;
  return fastmatchParser({
    emptyValues: [],
    trimSpace: false,
    expandFields: {},
    ...schema,
    match: patterns,
  })()(line);
}

describe("a line", () => {
  test.each<[string, string, Record<string, string>]>([
    [
      "%{user} [%{level}] %{text}",
      "amy [INFO] the [door] opens",
      { user: "amy", level: "INFO", text: "the [door] opens" },
    ],
    ["%{a} %{b}", "1 2 3", { a: "1", b: "2 3" }],
    ["%{a} %{b}", " ", { a: "", b: "" }],
    ["%{a} %{} %{c}", "1 2 3", { a: "1", c: "3" }],
    ["<%{a}>", "<1>", { a: "1" }],
    ["%{a}, %{b}", "1,2, 3", { a: "1,2", b: "3" }],
    ["%{a} %{b}", "1 2\r", { a: "1", b: "2" }],
    ['%{a} "%{b}" %{c}', '1 "2 3" 4', { a: "1", b: "2 3", c: "4" }],
    ['%{a} "%{b}"', '1 "say \\"hi\\" to C:\\\\ and \\n"', { a: "1", b: 'say "hi" to C:\\ and \\n' }],
    ['%{a} "%{b}"', '1 ""', { a: "1", b: "" }],
    ["'%{a}' %{b}", "'it\\'s' \\'", { a: "it's", b: "\\'" }],
  ])("%s reads %j", (pattern, line, record) => {
    expect(parse(pattern, line)).toEqual(record);
  });

  test.each([
    ["%{a} [%{b}]", "1 2"],
    ["%{a} [%{b}]", "1 [2"],
    ["%{a} [%{b}]", "1 [2] 3"],
    ["%{a} [%{b}]", "1 [2]]"],
    ["<%{a}>", " <1>"],
    ["<%{a}>", ""],
    ['%{a} "%{b}" %{c}', '1 "2"3 "4" 5'],
    ['%{a} "%{b}"', '1 "2'],
    ['%{a} "%{b}"', '1 "2\\"'],
    ['%{a} "%{b}"', '1 "2\\'],
  ])("%s does not read %j", (pattern, line) => {
    expect(parse(pattern, line)).toBeUndefined();
  });

  test("is read by the first pattern that fits the whole of it", () => {
    const patterns = ["%{user}: %{text} (%{code})", "%{user}: %{text}", "%{text} !"];
    expect(parse(patterns, "amy: open (7)")).toEqual({ user: "amy", text: "open", code: "7" });
    expect(parse(patterns, "amy: open (7) x")).toEqual({ user: "amy", text: "open (7) x" });
    expect(parse(patterns, "alarm !")).toEqual({ text: "alarm" });
    expect(parse(patterns, "alarm")).toBeUndefined();
  });

  test("is trimmed, emptied, expanded and skipped as the schema says", () => {
    const schema = {
      trimSpace: true,
      emptyValues: ["-"],
      expandFields: { who: "%{user}@%{host}" },
      skipPrefix: "//",
    };
    expect(parse("%{user},%{host},%{code}", " amy , door-1 , - ", schema)).toEqual({
      user: "amy",
      host: "door-1",
      who: "amy@door-1",
    });
    expect(parse("%{user},%{host}", "// amy,door-1", schema)).toBe("skipped");
  });

  test("may have fields that are named as objects name what they inherit", () => {
    expect(Object.entries(parse("%{__proto__} %{toString}", "1 2") ?? {})).toEqual([
      ["__proto__", "1"],
      ["toString", "2"],
    ]);
  });
});

test("a pattern that cannot be used is refused", () => {
  expect(() => parse("%{a}%{b}", "1")).toThrow(CaracalError);
});

test("property: values that are filled into a pattern are read back", () => {
  const bare = fc.string({ unit: fc.constantFrom(..."ab\\'\"[%{}".split("")) });
  const quoted = fc.string({ unit: fc.constantFrom(..."ab\\'\"[] ".split("")) });
  fc.assert(
    fc.property(
      bare,
      bare,
      quoted,
      fc.string({ unit: "grapheme" }).filter((text) => !text.endsWith("\r")),
      (user, level, text, rest) => {
        const line = `(${user} [${level}] "${text.replace(/["\\]/g, "\\$&")}" ${rest}`;
        const read = parse('(%{user} [%{level}] "%{text}" %{rest}', line);
        expect(read).toEqual({ user, level, text, rest });
      },
    ),
  );
});

test("property: no line makes it throw", () => {
  const line = fc.string({ unit: fc.oneof(fc.constantFrom('"', "\\", " "), fc.string({ unit: "binary" })) });
  fc.assert(
    fc.property(line, (text) => {
      expect(["object", "undefined"]).toContain(typeof parse('%{a} "%{b}" %{c}', text));
    }),
  );
});

test("a line of a million beginnings is read in its stride", () => {
  const pattern = '%{a} "%{b}" [%{c}] %{d}';
  for (const part of ['"', '\\"', ' "', "\\", " [", '" ['])
    expect(parse(pattern, part.repeat(1_000_000))).toBeUndefined();
  expect(parse('%{a} "%{b}"', `x "${'\\"'.repeat(500_000)}"`)).toEqual({ a: "x", b: '"'.repeat(500_000) });
});
