import { join } from "node:path";
import { expect, test } from "vitest";
import { hintFor } from "../../../../sdk/cli/mutation/hint-for.ts";
import { type ReadFile, readMutated } from "../../../../sdk/cli/mutation/mutated-file.ts";
import { type RuleScore, ruleScore } from "../../../../sdk/cli/mutation/rule-score.ts";
import type { TriedChange } from "../../../../sdk/cli/mutation/run-stryker.ts";
import { scoresMarkdown, scoresText } from "../../../../sdk/cli/mutation/scores-text.ts";
import { folderWith } from "../caracal.ts";

async function read(
  text: string,
  rules: Readonly<Record<string, string>>,
  asked = Object.keys(rules),
): Promise<ReadFile> {
  const file = join(await folderWith({ "rules.ts": text }), "rules.ts");
  const named = Object.entries(rules).map(([id, name]) => ({ id, name }));
  return await readMutated({ file, rules: named, asked: new Set(asked), tests: [] });
}

/** Every change of a value tried; noticed are those of the numbers that are named. */
function tried({ file, values, text }: ReadFile, noticed: readonly string[]): TriedChange[] {
  return values.map((change) => {
    const result = noticed.includes(text.slice(change.start, change.end)) ? "killed" : "survived";
    return { ...change, file, result };
  });
}

function counts({ killed, mutants, together }: RuleScore): unknown[] {
  return [killed, mutants, together];
}

test("of two derived rules in one file each has its own changes, though neither's text has its id", async () => {
  const file = await read(
    `export const first = extendRule(base, { threshold: { count: 3 } });
export const second = extendRule(other, { threshold: { count: 7, within: "5m" } });
export default extendRule(third, { threshold: { count: 8 } });
const LIMIT = 11;`,
    { "Base.A": "first", "Base.B": "second", "Base.C": "default" },
  );
  const changes = tried(file, ["3", "11"]);
  expect(["Base.A", "Base.B", "Base.C"].map((id) => counts(ruleScore(id, file, [], changes)))).toEqual([
    [4, 4, []],
    [2, 6, []],
    [2, 4, []],
  ]);
});

test("rules that one function makes are measured together, and that is said", async () => {
  const file = await read(
    `const make = (id) => defineRule({ id, threshold: { count: 3 } });
export const first = make("Mine.A");
export const second = make("Mine.B");
export const third = defineRule({ id: "Mine.C", threshold: { count: 7 } });`,
    { "Mine.A": "first", "Mine.B": "second", "Mine.C": "third" },
  );
  const changes = tried(file, ["3"]);
  const scores = ["Mine.A", "Mine.B", "Mine.C"].map((id) => ruleScore(id, file, [], changes));
  expect(scores.map(counts)).toEqual([
    [2, 2, ["Mine.B"]],
    [2, 2, ["Mine.A"]],
    [0, 2, []],
  ]);
  const sentence = /^Mine\.A and Mine\.B are made by the same text of .*, so they are measured together\.$/gm;
  expect(scoresText(scores, []).match(sentence)).toHaveLength(1);
  expect(scoresMarkdown(scores, 90).match(sentence)).toHaveLength(1);
});

test("rules that are not asked for stay as they are, by name too; what they stand on does not", async () => {
  const { values } = await read(
    `const base = defineRule({ id: "Mine.Base", threshold: { count: 3 } });
export const first = extendRule(base, { threshold: { count: 5 } });
export const second = extendRule(base, { threshold: { count: 7 } });`,
    { "Mine.A": "first", "Mine.B": "second" },
    ["Mine.A"],
  );
  expect(values.map(({ replacement }) => replacement)).toEqual(["4", "2", "6", "4"]);
});

test("what a rule imports counts for it, and its survivors are shown where they are", async () => {
  const rule = await read(`export const first = defineRule({ id: "Mine.A", threshold: { count: 3 } });`, {
    "Mine.A": "first",
  });
  const logic = await read("export const isMany = ({ calls }) => calls > 9;", {});
  const { killed, mutants, survivors } = ruleScore(
    "Mine.A",
    rule,
    [logic],
    [...tried(rule, []), ...tried(logic, ["9"])],
  );
  expect([killed, mutants]).toEqual([2, 4]);
  expect(new Set(survivors.map(({ source }) => source))).toEqual(new Set([rule.source]));
});

test("whether a rule is enabled is not changed, because tests run it either way", async () => {
  const { shadow } = await read(
    'export const a = defineRule({ id: "Mine.A", enabled: true, createAlert: true });',
    { "Mine.A": "a" },
  );
  expect(shadow).toMatch(/enabled: 0 {3}, createAlert: true/);
});

test("of a signal, what only an alert would show is not changed, in a constant neither when only signals spread it", async () => {
  const rules = `const signal = { severity: "HIGH", createAlert: false } as const;
export const a = defineRule({ ...signal, id: "Mine.A", detect: (event) => event.calls > 3 });
export const b = defineRule({ id: "Mine.B", severity: "LOW", dedupPeriod: "1h", title: () => "b", createAlert: false });
export const c = defineRule({ id: "Mine.C", createAlert: false, ...other, severity: "MEDIUM" });
export const d = defineRule({ id: "Mine.D", ...signal, createAlert: true });
`;
  const names = { "Mine.A": "a", "Mine.B": "b", "Mine.C": "c", "Mine.D": "d" };
  const replaced = async (text: string): Promise<string[]> =>
    (await read(text, names)).values.map(({ replacement }) => replacement);
  // In its place Mine.D raises alerts with that severity.
  expect(await replaced(rules)).toEqual(['"MEDIUM"', "4", "2", '"LOW"']);
  expect(await replaced(rules.replace("...signal, createAlert: true", ""))).toEqual(["4", "2", '"LOW"']);
  expect((await read(rules, names)).shadow).toMatch(/title: 0 +, createAlert: false/);
});

test("a description that a named function makes is logic", async () => {
  const { shadow } = await read(
    `const tell = (event) => event.user;
export const a = defineRule({ id: "Mine.A", description: tell });`,
    { "Mine.A": "a" },
  );
  expect(shadow).toContain("const tell = (event) => event.user;");
});

test.each([
  [
    "event.session?.device",
    "event.session.device",
    "event.session, and expect the alert's title",
    "OptionalChaining",
  ],
  [
    'event.device ?? "none"',
    'event.device && "none"',
    "event.device, and expect the alert's title",
    "LogicalOperator",
  ],
  ['"none"', '""', "event.device, and expect the alert's title", "StringLiteral"],
  ["event.list?.[0]", "event.list[0]", "event.list", "OptionalChaining"],
  ["7", "8", "event.size", "NumberLiteral"],
])("of %s, changed to %s, a test is asked for without %s", async (old, replacement, absent, mutator) => {
  const file = await read(
    `export const a = defineRule({
  id: "Mine.A",
  detect: (event) => event.list?.[0] === (event.size ?? 7),
  title: (event) => \`\${event.session?.device} \${event.device ?? "none"}\`,
});`,
    { "Mine.A": "a" },
  );
  const start = file.text.indexOf(old);
  const change = { mutator, start, end: start + old.length, replacement };
  const unless = `if the rule takes none, write above it: // Stryker disable next-line ${mutator}: why`;
  expect(hintFor(change, file)).toBe(`let a test give a record without ${absent}; ${unless}`);
});
