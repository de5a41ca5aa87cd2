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
  [
    "a list in a map",
    "const a = new Map();\nconst b = (e) => { a.get(e.id)?.push(e); };",
    ["a.get(e.id)?.push"],
  ],
  [
    "one that may be new",
    "const a = new Map();\nconst b = (e) => { (a.get(e.id) ?? []).push(e); };",
    ["(a.get"],
  ],
  ["a count in a map", "const a = new Map();\nconst b = (e) => { a.get(e.id)!.count += 1; };", ["a.get"]],
  ["a list in an object", "const a = {};\nconst b = (e) => { a[e.id].push(e); };", ["a[e.id].push"]],
  ["an object with more", "const a = {};\nconst b = (e) => { Object.assign(a, e); };", ["Object.assign"]],
  [
    "a list that lodash changes",
    'import _ from "lodash";\nconst a = [1];\nconst b = () => _.pull(a, 1);',
    ["_.pull"],
  ],
  [
    "an object that its own file of lodash changes",
    'import set from "lodash/set.js";\nconst a = {};\nconst b = (e) => set(a, e.id, 1);',
    ["set(a"],
  ],
  [
    "one that lodash merges into",
    'import { merge as join } from "lodash-es";\nconst a = {};\nconst b = (e) => join(a, e);',
    ["join(a"],
  ],
  [
    "where a regular expression goes on",
    "const RE = /x/g;\nconst a = (t) => { RE.lastIndex = 0; return RE.test(t); };",
    ["RE.test"],
  ],
  ["what a neighbour keeps", 'import { a } from "./a.ts";\nconst b = (e) => { a.count++; };', ["a.count++"]],
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
  ["what is kept as long as the event", "const a = new WeakMap();\nconst b = (e) => a.set(e, 1);"],
  [
    "a table filled by functions while the module loads",
    "const a = new Map();\n[1].forEach((x) => a.set(x, 2));\n(() => { a.set(3, 4); })();",
  ],
  ["a method of the module's own", "const sums = { add: (a, b) => a + b };\nconst c = () => sums.add(1, 2);"],
  ["an object made of another", "const a = {};\nconst b = (e) => Object.assign({}, a, e);"],
  [
    "what lodash makes of another",
    'import _ from "lodash";\nimport fp from "lodash/fp.js";\nconst a = [1];\nconst b = () => [_.without(a, 1), _.reverse([...a]), _.merge({}, a), fp.set("x", 1, a), fp.reverse(a)];',
  ],
  ["a list made of another", "const a = [3, 1];\nconst b = () => a.map((x) => x + 1).sort();"],
  [
    "a function of a package",
    'import { add, set } from "date-fns";\nconst b = (e) => add(e.at, { days: 1 });',
  ],
  ["a function of a neighbour", 'import * as sums from "./sums.ts";\nconst b = () => sums.add(1, 2);'],
  [
    "a variable of a case",
    "const all = [];\nconst a = (x) => { switch (x) { case 1: const all = []; all.push(1); } };",
  ],
])("%s is no state", async (_, text) => {
  expect(mutableState(await moduleOf(text))).toEqual([]);
});

test.each([
  ["a list", "export const all: string[] = [];", 'import { all } from "./a.ts";', "all.push(event.id)"],
  [
    "another name",
    "const a = new Set(); export { a as all };",
    'import { all as b } from "./a.ts";',
    "b.add(1)",
  ],
  ["the default", "const a = []; export default a;", 'import all from "./a.ts";', "all.push(1)"],
])("what a neighbour keeps is known: %s", async (_, neighbour, imported, change) => {
  const other = await moduleOf(neighbour, "rules/a.ts");
  const module = await moduleOf(`${imported}\nexport const detect = (event) => ${change};`);
  const issues = mutableState(module, (from) => (from === "./a.ts" ? other : undefined));
  expect(issues).toMatchObject([{ code: "RULE_IMPURE", line: 2, column: 34 }]);
});

test("what a neighbour computes may be called like a change", async () => {
  const other = await moduleOf("export const sums = { add: (a, b) => a + b };", "rules/a.ts");
  const module = await moduleOf('import { sums } from "./a.ts";\nconst a = () => sums.add(1, 2);');
  expect(mutableState(module, () => other)).toEqual([]);
});
