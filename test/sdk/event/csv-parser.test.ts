import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvParser } from "../../../sdk/event/csv-parser.ts";
import type { CsvSchema } from "../../../sdk/schema/parser-schema.ts";

const SCHEMA: CsvSchema = {
  delimiter: ",",
  hasHeader: false,
  columns: ["a", "b", "c"],
  emptyValues: [],
  trimSpace: false,
  expandFields: {},
};

function parse(line: string, schema: Partial<CsvSchema> = {}) {
  return csvParser({ ...SCHEMA, ...schema })()(line);
}

describe("a line", () => {
  test.each<[string, Record<string, string>]>([
    ["1,2,3", { a: "1", b: "2", c: "3" }],
    ["1,2,3\r", { a: "1", b: "2", c: "3" }],
    ["1,,", { a: "1", b: "", c: "" }],
    ["1,2", { a: "1", b: "2" }],
    ["", { a: "" }],
    [" 1 , 2", { a: " 1 ", b: " 2" }],
    ['"1","2","3"', { a: "1", b: "2", c: "3" }],
    ['"1,2",3', { a: "1,2", b: "3" }],
    ['"say ""hi""",2', { a: 'say "hi"', b: "2" }],
    ['"",""""', { a: "", b: '"' }],
    ['5" pipe,a"b', { a: '5" pipe', b: 'a"b' }],
    [' "1",2', { a: ' "1"', b: "2" }],
  ])("%j is read", (line, record) => {
    expect(parse(line)).toEqual(record);
  });

  test.each(["1,2,3,4", "1,2,3,", '"1,2,3', '"1"2,3', '"1" ,2', '"1""', '"'])(
    "%j is not of the form",
    (line) => {
      expect(parse(line)).toBeUndefined();
    },
  );

  test.each<[string, string, Record<string, string>]>([
    ["\t", "1\t2,2\t", { a: "1", b: "2,2", c: "" }],
    [" ", '1 "2 3" 4', { a: "1", b: "2 3", c: "4" }],
    [" ", "1  2", { a: "1", b: "", c: "2" }],
    ["|", '1|"2|3"', { a: "1", b: "2|3" }],
    [";", "1;2,3", { a: "1", b: "2,3" }],
  ])("with %j between values", (delimiter, line, record) => {
    expect(parse(line, { delimiter })).toEqual(record);
  });

  test.each<[string, string, Record<string, string>]>([
    [",", ' 1 , "2, 3" ,\t4', { a: "1", b: "2, 3", c: "4" }],
    [",", '" 1 "', { a: "1" }],
    ["\t", '1\t \t "3" ', { a: "1", b: "", c: "3" }],
    [" ", '1  "3"', { a: "1", b: "", c: "3" }],
  ])("blanks around values count for nothing on request: %j between, %j", (delimiter, line, record) => {
    expect(parse(line, { delimiter, trimSpace: true })).toEqual(record);
  });

  test("what counts as no value is absent", () => {
    expect(parse('1,-,"-"', { emptyValues: ["-"] })).toEqual({ a: "1" });
  });

  test("that begins with the prefix is skipped, and one that does not is read", () => {
    expect(parse("#1,2", { skipPrefix: "#" })).toBe("skipped");
    expect(parse("1,#2", { skipPrefix: "#" })).toEqual({ a: "1", b: "#2" });
  });
});

describe("a header", () => {
  const { columns, ...withHeader } = { ...SCHEMA, hasHeader: true };

  test("names the columns of its file, and of no other", () => {
    const open = csvParser(withHeader);
    const [first, second] = [open(), open()];
    expect([first("\uFEFF user , action"), second("action,user")]).toEqual(["skipped", "skipped"]);
    expect(first("amy,open")).toEqual({ user: "amy", action: "open" });
    expect(second("open,amy")).toEqual({ user: "amy", action: "open" });
  });

  test("is skipped where the schema names the columns", () => {
    const read = csvParser({ ...withHeader, columns })();
    expect([read("x,y,z"), read("1,2")]).toEqual(["skipped", { a: "1", b: "2" }]);
  });

  test("comes after lines that are skipped", () => {
    const read = csvParser({ ...withHeader, skipPrefix: "#" })();
    expect([read("#version 2"), read("user"), read("amy")]).toEqual(["skipped", "skipped", { user: "amy" }]);
  });

  test("may leave a column without a name, whose values are forgotten", () => {
    const read = csvParser(withHeader)();
    read("user,,action");
    expect(read("amy,x,open")).toEqual({ user: "amy", action: "open" });
  });

  test("may name columns as objects name what they inherit", () => {
    const read = csvParser(withHeader)();
    read("__proto__,constructor");
    expect(Object.entries(read("1,2") ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });

  test("that has not as many names as columns is none, and the file is another log's", () => {
    const read = csvParser({ ...withHeader, columns })();
    expect([read("10.0.0.1 - amy"), read("1,2,3")]).toEqual([undefined, undefined]);
  });

  test("that names no field of the log type is none, and the file is another log's", () => {
    const open = csvParser(withHeader, ["user", "action"]);
    const other = open();
    expect([other("10.0.0.1 - amy, at home"), other("user,action")]).toEqual([undefined, undefined]);
    const own = open();
    expect([own("action,more"), own("open,1")]).toEqual(["skipped", { action: "open", more: "1" }]);
  });

  test("that cannot be read makes every line of its file one of another form", () => {
    const read = csvParser(withHeader)();
    expect([read('"user,action'), read("amy,open"), read("amy")]).toEqual([undefined, undefined, undefined]);
  });
});

test("property: what is written as RFC 4180 says is read back", () => {
  const value = fc.string({
    unit: fc.oneof(fc.constantFrom('"', ",", " ", "\t", "|"), fc.string({ unit: "binary" })),
  });
  const quoted = value.filter((text) => !text.includes("\r") && !text.includes("\uFEFF"));
  fc.assert(
    fc.property(
      fc.constantFrom(",", "\t", " ", "|", ";"),
      fc.tuple(quoted, quoted, quoted),
      (delimiter, values) => {
        const line = values.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
        expect(parse(line, { delimiter })).toEqual({ a: values[0], b: values[1], c: values[2] });
      },
    ),
  );
});

test("property: no line makes it throw", () => {
  const line = fc.string({ unit: fc.oneof(fc.constantFrom('"', ",", " "), fc.string({ unit: "binary" })) });
  fc.assert(
    fc.property(line, fc.boolean(), (text, trimSpace) => {
      expect(["object", "undefined"]).toContain(typeof parse(text, { trimSpace }));
    }),
  );
});

test("a line of a million quotes, blanks or values is read in its stride", () => {
  expect(parse('"'.repeat(1_000_000))).toEqual({ a: '"'.repeat(499_999) });
  expect(parse('"'.repeat(1_000_001))).toBeUndefined();
  expect(parse(",".repeat(1_000_000))).toBeUndefined();
  expect(parse(" ".repeat(1_000_000), { trimSpace: true })).toEqual({ a: "" });
});
