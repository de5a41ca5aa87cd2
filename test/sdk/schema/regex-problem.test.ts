import { describe, expect, test } from "vitest";
import { regexProblem } from "../../../sdk/schema/regex-problem.ts";

const problem = (match: readonly string[], patternDefinitions: Record<string, string> = {}) =>
  regexProblem({ match, patternDefinitions });

test.each([
  [["^%{WORD:user} ", "(?P<action>.*)$"]],
  [["(%{IP:address}|%{USER:user})"]],
  [["(?<user>\\w+)"]],
  [["(?i)(?P<door>\\pL+)"]],
])("%j can be used", (match) => {
  expect(problem(match)).toBeUndefined();
});

describe("what cannot be used is told with the reason", () => {
  test.each<[string, Record<string, string>, string]>([
    ["\\w+", {}, "it names no field"],
    ["%{WORD}", {}, "it names no field"],
    ["(?P<a>x", {}, "missing closing )"],
    ["(?P<a>x)(?=y)", {}, "invalid or unsupported Perl syntax"],
    ["(?P<a>x)\\1", {}, "invalid escape sequence"],
    ["%{WORD:a} %{INT:a}", {}, "duplicate capture group name: `a`"],
    ["(?P<a>x){1001}", {}, "invalid repeat count"],
    ["%{NOPE:a}", {}, "%{NOPE:a} names no pattern that there is"],
    ["(?P<a>x)", { UNUSED: "%{NOPE}" }, "%{NOPE} names no pattern that there is"],
    ["(?P<a>x)", { UNUSED: "%{UNUSED}" }, "%{UNUSED} is part of its own definition"],
  ])("%s with %j", (match, definitions, reason) => {
    expect(problem([match], definitions)).toContain(reason);
  });
});
