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
  ["a text of a time without a zone", 'const a = new Date("2026-08-12 10:00");', ["new Date"]],
  ["one that is parsed", 'const AT = "2026-08-12T10:00";\nDate.parse(AT);', ["Date.parse"]],
  [
    "a time as a text",
    "const a = (e) => [String(new Date(e.at)), `${new Date(e.at)}`, new Date(e.at).toString()];",
    ["String(", "`${new Date", "new Date(e.at).toString"],
  ],
  ["an order of the machine's language", "const a = (e) => e.a.localeCompare(e.b);", ["e.a.localeCompare"]],
  ["letters of it", "const a = (e) => e.a.toLocaleLowerCase();", ["e.a.toLocale"]],
  ["numbers of it", "const a = new Intl.NumberFormat();", ["new Intl.Num"]],
  ["a day of the machine's zone", 'const a = (t) => t.toLocaleDateString("en");', ["t.toLocaleDate"]],
  [
    "a format without a zone",
    'const a = new Intl.DateTimeFormat("en", { hour: "numeric" });',
    ["new Intl.Date"],
  ],
  ["the clock in braces", "const { now } = Date;\nnow();", ["{ now"]],
  ["dice in braces", "const { max, random: r } = Math;", ["{ max"]],
  ["the network in braces", "const { fetch } = globalThis;", ["{ fetch"]],
  ["the clock by another name", "const D = Date;\nnew D();", ["D = Date"]],
  [
    "the clock that a format reads",
    'const a = () => new Intl.DateTimeFormat("en", O).format();',
    ["new Intl"],
  ],
  ["the machine's zone in a format", 'const a = new Intl.DateTimeFormat("en");', ["new Intl"]],
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
  [
    "a format with its zone",
    'const a = (t) => new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(t);',
  ],
  ["braces around pure functions", "const { max, min } = Math; const { parse, UTC } = Date;"],
  ["a text of a time with its zone", 'const a = [new Date("2026-08-12T10:00Z"), new Date("2026-08-12")];'],
  ["a text of the event", "const a = (e) => new Date(e.eventTime) > Date.parse(e.at) && String(e.at);"],
  [
    "a named language",
    'const a = (e) => e.a.localeCompare(e.b, "en") + e.a.toLocaleLowerCase("en") + new Intl.NumberFormat("en").format(1);',
  ],
  ["the class of times", "const a = (t) => t instanceof Date;"],
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
