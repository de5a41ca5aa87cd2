import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { compileFastmatch, fastmatchProblem } from "../../../sdk/schema/fastmatch-pattern.ts";

const field = (name: string, delimiter = "", isQuoted = false) => ({ name, delimiter, isQuoted });

describe("a pattern is taken apart", () => {
  test.each([
    ["%{a}", "", [field("a")]],
    ["<%{a}>", "<", [field("a", ">")]],
    [
      "%{time} [%{level}] %{}: %{m}",
      "",
      [field("time", " ["), field("level", "] "), field("", ": "), field("m")],
    ],
    ["\"%{a}\" '%{b}'", '"', [field("a", "\" '", true), field("b", "'", true)]],
    ['"%{a}\' "%{b}', '"', [field("a", "' \""), field("b")]],
    ['%{a} "%{b} %{c}"', "", [field("a", ' "'), field("b", " "), field("c", '"')]],
    ["%{user.name} %{a-b}", "", [field("user.name", " "), field("a-b")]],
    ["100% %{a} } {", "100% ", [field("a", " } {")]],
    ["%{__proto__},%{__proto}", "", [field("__proto__", ","), field("__proto")]],
  ])("%s", (pattern, prefix, fields) => {
    expect(fastmatchProblem(pattern)).toBeUndefined();
    expect(compileFastmatch(pattern)).toEqual({ prefix, fields });
  });
});

describe("a pattern that cannot be used is told with the reason", () => {
  test.each([
    ["%{}", "is shorter than 4 characters"],
    ["%{a}\n%{b}", "is more than one line"],
    ["no field", "names no field"],
    ["%{} %{}", "names no field"],
    ["%{a}%{b}", "has nothing between %{a} and %{b}, so where one ends cannot be told"],
    ["%{a} %{}%{c}", "has nothing between %{} and %{c}, so where one ends cannot be told"],
    ["%{a} %{b} %{a}", "has %{a} in it twice"],
    ["%{a} %{b", "has a %{ in it that does not end in }"],
    ["%{a %{b}", "has a %{ in it that does not end in }"],
  ])("%j", (pattern, problem) => {
    expect(fastmatchProblem(pattern)).toBe(problem);
    expect(() => compileFastmatch(pattern)).toThrow(CaracalError);
  });
});
