import { expect, test } from "vitest";
import { mutableState } from "../../../sdk/lint/mutable-state.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

test.each<[string, string, string[]]>([
  ["a counter", "let seen = 0;\nconst detect = () => { seen++; return seen > 5; };", ["seen++"]],
  ["a variable that is set", "let last;\nfunction detect(event) { last = event.at; }", ["last = event.at"]],
  ["a map", "const known = new Map();\nconst a = (event) => known.set(event.id, 1);", ["known.set"]],
  ["a list", "const all: string[] = [];\nconst a = (event) => all.push(event.id);", ["all.push"]],
  ["a member", "const counts = {};\nconst a = (event) => { counts[event.id] = 1; };", ["counts[event.id]"]],
  [
    "a member that goes",
    "const counts = {};\nconst a = (event) => { delete counts[event.id]; };",
    ["delete"],
  ],
  ["a part that is set in braces", "let a;\nconst b = (event) => { ({ a } = event); };", ["{ a } = event"]],
  ["a regular expression that goes on", "const RE = /x/g;\nconst a = (t) => RE.test(t);", ["RE.test"]],
  ["one that is made", 'const RE = new RegExp("x", "y");\nconst a = (t) => RE.exec(t);', ["RE.exec"]],
])("%s that lasts from event to event", async (_, text, expected) => {
  const issues = mutableState(await moduleOf(text));
  expect(issues.map(({ code }) => code)).toEqual(["RULE_IMPURE"]);
  expect(pointedAt(issues, text, expected)).toEqual(expected);
});

test.each([
  ["a constant that is read", "const known = new Set([1]);\nconst a = (event) => known.has(event.id);"],
  [
    "a table filled while the module loads",
    "const all = new Map();\nall.set(1, 2);\nfor (const x of [1]) all.set(x, x);",
  ],
  ["a variable of the function", "const a = (events) => { const all = []; all.push(1); return all; };"],
  ["a parameter of the same name", "let seen = 0;\nconst a = (seen) => { seen++; return seen; };"],
  ["a variable of the same name", "const all = [];\nconst a = () => { const all = []; all.push(1); };"],
  ["a loop's own variable", "let i = 5;\nconst a = () => { for (let i = 0; i < 3; i++) use(i); };"],
  ["a regular expression that does not go on", "const RE = /x/;\nconst a = (t) => RE.test(t);"],
  ["a g that replace needs", 'const RE = /x/g;\nconst a = (t) => t.replace(RE, "");'],
])("%s is no state", async (_, text) => {
  expect(mutableState(await moduleOf(text))).toEqual([]);
});
