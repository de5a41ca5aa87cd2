import { expect, test } from "vitest";
import { regexJudge } from "../../../sdk/lint/judge-regex.ts";
import { regexes } from "../../../sdk/lint/regexes.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

const judge = await regexJudge();

test.each<[string, string, string[]]>([
  ["repetitions in each other", "const a = /^(a+)+$/;", ["/^(a+)+$/"]],
  ["repetitions beside each other", "const a = (t) => /^\\d+\\d+x/.test(t);", ["/^\\d+\\d+x/"]],
  ["a pattern as text", 'const a = new RegExp("(x|x)*$", "i");', ["new RegExp"]],
  [
    "a pattern in a constant",
    'const WORD = "(?:\\\\w+\\\\s?)+";\nconst a = RegExp(`^${WORD}$`);',
    ["RegExp("],
  ],
  [
    "words in a constant",
    'const WORDS = ["a+", "b"];\nconst a = new RegExp(`^(${WORDS.join("|")})+$`);',
    ["new RegExp"],
  ],
  ["a pattern of another", 'const A = /(a+)+/;\nconst b = new RegExp(A.source + "$");', ["new RegExp"]],
  ["a text that is matched", 'const a = (t) => t.match("^(\\\\w+\\\\s?)*$");', ["t.match"]],
  ["one that is searched", 'const a = (t) => t?.search("^(a+)+$");', ["t?.search"]],
  ["one with v", "const a = /^(\\p{L}+)+$/v;", ["/^("]],
])("%s can take very long", async (_, text, expected) => {
  const issues = await regexes([await moduleOf(text)], judge);
  expect(issues.map(({ code }) => code)).toEqual(["RULE_REGEX_SLOW"]);
  expect(pointedAt(issues, text, expected)).toEqual(expected);
});

test("how long, and on what, is told with what to do", async () => {
  const [issue] = await regexes([await moduleOf("const a = /^(a+)+$/;")], judge);
  expect(issue?.message).toMatch(
    /^\/\^\(a\+\)\+\$\/ takes exponential time, for example on 'a'.*, so one record can stop all rules$/,
  );
  expect(issue?.fix).toMatch(/^let no text match its repetitions in two ways/);
});

test.each([
  ["a list of words", "const a = /^(?:opus|sonnet|haiku)-\\d+$/;"],
  ["a repetition", 'const a = new RegExp("^a+b");'],
  ["one that is there already", "const a = new RegExp(/^a+b/, 'i');"],
  ["a pattern that is matched", "const a = (t, b) => t.match(b) ?? t.split('(a+)+$');"],
  ["a word like it", 'const a = { regex: "(a+)+" };'],
])("%s is fine", async (_, text) => {
  expect(await regexes([await moduleOf(text)], judge)).toEqual([]);
});

test.each([
  ["is put together while the rule runs", "const a = (event) => new RegExp(event.id);"],
  ["recheck does not understand", 'const a = new RegExp("(");'],
])("one that %s is a doubt", async (_, text) => {
  expect(await regexes([await moduleOf(text)], judge)).toMatchObject([{ code: "RULE_REGEX_UNCHECKED" }]);
});

test("without recheck it is told once, with the package to install", async () => {
  const module = await moduleOf("const a = /(a+)+$/, b = /b/, c = new RegExp(d);");
  expect(await regexes([module])).toMatchObject([
    {
      message: "recheck is not installed, so 2 of the rules' regular expressions were not looked into",
      fix: "npm install --save-dev recheck",
    },
    { line: 1, column: 34 },
  ]);
});
