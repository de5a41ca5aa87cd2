import { describe, expect, test } from "vitest";
import { lineParser } from "../../../sdk/event/line-parser.ts";

const read = (line: string) => ({ line });

describe("a line is read", () => {
  test.each([
    ["as it is", "a  ", "a  "],
    ["without the carriage return at its end", "a\r", "a"],
    ["without the byte order mark at its beginning", "\uFEFFa", "a"],
    ["without both", "\uFEFFa\r", "a"],
  ])("%s", (_, line, bare) => {
    expect(lineParser({}, read)(line)).toEqual({ line: bare });
  });
});

test("a line that begins with the prefix is skipped, also where a byte order mark comes first", () => {
  const parse = lineParser({ skipPrefix: "#" }, read);
  expect([parse("# a"), parse("\uFEFF#a"), parse(" #a"), parse("a#")]).toEqual([
    "skipped",
    "skipped",
    { line: " #a" },
    { line: "a#" },
  ]);
});
