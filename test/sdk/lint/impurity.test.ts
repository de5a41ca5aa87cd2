import { expect, test } from "vitest";
import { impurity } from "../../../sdk/lint/impurity.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

test.each<[string, string, string[]]>([
  ["the clock", "const a = () => Date.now();", ["Date.now"]],
  ["a time without arguments", "const a = () => new Date();", ["new Date()"]],
  ["the time as text", "const a = () => Date();", ["Date()"]],
  ["the clock, passed on", "run(Date.now, performance.now);", ["Date.now", "performance.now"]],
  ["the clock behind globalThis", "const a = globalThis.Date.now();", ["globalThis.Date.now"]],
  ["the clock in brackets", 'const a = Date["now"]();', ['Date["now"]']],
  ["the clock of Temporal", "const a = Temporal.Now.instant();", ["Temporal.Now.instant"]],
  ["dice", "const a = () => Math.random() > crypto.randomUUID();", ["Math.random", "crypto.randomUUID"]],
  ["the network", 'const a = () => fetch("x"); new WebSocket("y");', ["fetch", "WebSocket"]],
  [
    "the environment",
    "const a = process.env.HOME; const b = process?.argv;",
    ["process.env", "process?.argv"],
  ],
  ["timers", "setTimeout(() => {}, 5);", ["setTimeout"]],
  ["printing", 'const a = (event) => { console.log("x"); };', ["console.log"]],
  [
    "code from text",
    'eval("1"); new Function("return 1")(); Function("1");',
    ["eval", "Function", "Function"],
  ],
  ["loading later", 'const a = () => import("./other.ts"); require("x");', ["import(", "require"]],
  ["a global that is written", "const a = () => { globalThis.seen = 1; };", ["globalThis.seen"]],
  ["a built-in that is changed", "Array.prototype.last = () => 1;", ["Array.prototype.last"]],
  ["a name that nothing declares", "const a = () => { leaked = 1; };", ["leaked"]],
  [
    "the time zone of the machine",
    "const a = (event) => event.p_event_time.getHours();",
    ["event.p_event_time"],
  ],
  ["a time of the machine's zone", "const a = new Date(2026, 1, 1);", ["new Date"]],
  ["the language of the machine", "const a = (n) => n.toLocaleString();", ["n.toLocaleString"]],
])("a rule has no place for %s", async (_, text, expected) => {
  const issues = impurity(await moduleOf(text));
  expect(pointedAt(issues, text, expected)).toEqual(expected);
  expect(issues.every(({ code, fix }) => code === "RULE_IMPURE" && fix !== undefined)).toBe(true);
});

test.each([
  ["a time from the event", "const a = (event) => new Date(event.at).getUTCHours();"],
  ["a time in UTC", "const a = new Date(Date.UTC(2026, 1, 1));"],
  ["fixed names of language and zone", 'const a = (n) => n.toLocaleString("en-US");'],
  ["a parameter of the same name", "const a = (process) => process.name;"],
  ["a variable of the same name", "const performance = { now: 5 }; const a = performance.now;"],
  ["a field of the same name", "const a = (event) => event.process.eval + event.fetch;"],
  ["a key of the same name", "const a = { process: 1, console: 2 };"],
  ["a type of the same name", "const a = (event: Date, b?: typeof process) => 1;"],
  ["mathematics", "const a = Math.max(1, 2) + Number.parseInt('5');"],
  ["a variable of its own that is written", "const a = () => { let b = 1; b += 1; return b; };"],
])("a rule may use %s", async (_, text) => {
  expect(impurity(await moduleOf(text))).toEqual([]);
});

test("what is wrong says why, and what to do", async () => {
  const [issue] = impurity(await moduleOf("const a = 1;\nconst b = Date.now() - a;"));
  expect(issue).toEqual({
    code: "RULE_IMPURE",
    source: "rules/rule.ts",
    line: 2,
    column: 11,
    message: "Date.now reads the clock, so the same log gives other alerts tomorrow",
    fix: "take the time from the event: event.p_event_time",
  });
});
