import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { TestSpecification } from "vitest/node";
import { emptyFilters } from "../../../sdk/cli/test-empty-filters.ts";
import type { RuleToTest } from "../../../sdk/cli/test-rules.ts";
import { selectTests } from "../../../sdk/cli/test-selection.ts";
import type { CaseResult } from "../../../sdk/testing/reporter/test-results.ts";
import { folderWith } from "./caracal.ts";

const FILES = {
  "rules/one.ts": "export const one = 1;\nexport const uno = 1;\n",
  "rules/two.ts": "export const two = 2;\n",
  "test/first.test.ts": 'import { one } from "../rules/one.ts";\n',
  "test/second.test.ts": 'import { one } from "../rules/one.ts";\nimport { two } from "../rules/two.ts";\n',
};

const folder = await folderWith(FILES);

const RULES: readonly RuleToTest[] = [
  { id: "Mine.One", name: "one", file: `${folder}/rules/one.ts`, place: {}, isSignal: false },
  { id: "Mine.Uno", name: "uno", file: `${folder}/rules/one.ts`, place: {}, isSignal: false },
  { id: "Mine.Two", name: "two", file: `${folder}/rules/two.ts`, place: {}, isSignal: false },
  { id: "Mine.Three", name: "three", file: `${folder}/rules/three.ts`, place: {}, isSignal: false },
];

/** A test file as vitest hands it out, as far as it is looked at. */
function specification(moduleId: string, testNamePattern?: RegExp): TestSpecification {
  const project = {
    createSpecification: (file: string, options: { readonly testNamePattern: RegExp }) =>
      specification(file, options.testNamePattern),
  };
  return { moduleId, project, pool: "threads", testNamePattern } as unknown as TestSpecification;
}

function result(name: string): CaseResult {
  const file = resolve(folder, "test/first.test.ts");
  return {
    group: "",
    file,
    path: name.split(" > "),
    state: "skipped",
    milliseconds: 0,
    notes: [],
    failures: [],
  };
}

async function select(filters: readonly string[], name?: string) {
  const tests = ["test/first.test.ts", "test/second.test.ts"].map((file) => `${folder}/${file}`);
  const specifications = tests.map((file) => specification(file));
  const selection = await selectTests({ specifications, rules: RULES, filters, name });
  return {
    ...selection,
    files: selection.specifications.map(({ moduleId, testNamePattern }) => [
      moduleId.slice(folder.length + 6, -8),
      testNamePattern !== undefined,
    ]),
    judged: RULES.filter(selection.judges).map(({ id }) => id),
  };
}

describe("selects", () => {
  const first = ["first", false];
  const second = ["second", false];

  test.each([
    ["everything without a filter", [], [first, second], ["Mine.One", "Mine.Uno", "Mine.Two", "Mine.Three"]],
    ["by id, in any case", ["mine.two"], [second], ["Mine.Two"]],
    [
      "by what an id begins with, up to a point",
      ["mine"],
      [first, second],
      ["Mine.One", "Mine.Uno", "Mine.Two", "Mine.Three"],
    ],
    [
      "by that with its point",
      ["Mine."],
      [first, second],
      ["Mine.One", "Mine.Uno", "Mine.Two", "Mine.Three"],
    ],
    ["by id with a wildcard", ["*.T*"], [second], ["Mine.Two", "Mine.Three"]],
    ["by a part of a rule file's path", ["rules/ONE"], [first, second], ["Mine.One", "Mine.Uno", "Mine.Two"]],
    [
      "by a part of a test file's path, judging rules all of whose tests run",
      ["second"],
      [second],
      ["Mine.Two"],
    ],
    ["by a path from the root", [`${folder}/test/first.test.ts`], [first], []],
    ["what any filter selects", ["first", "mine.two"], [first, second], ["Mine.One", "Mine.Uno", "Mine.Two"]],
    [
      "by a part of a test's name",
      ["on errors"],
      [
        ["first", true],
        ["second", true],
      ],
      [],
    ],
    [
      "by name where no other filter selects",
      ["second", "on errors"],
      [["first", true], second],
      ["Mine.Two"],
    ],
    ["a rule without a test", ["Mine.Three"], [], ["Mine.Three"]],
  ])("%s", async (_, filters, files, judged) => {
    expect(await select(filters)).toMatchObject({ files, judged });
  });

  test("of all that, with --name, what has it in its name; no rule is judged by a part of its tests", async () => {
    const { specifications, has, isAll, judged } = await select(["second", "on errors"], "STAYS (quiet)");
    expect({ isAll, judged }).toEqual({ isAll: false, judged: [] });
    const [{ testNamePattern: both } = {}, { testNamePattern: one } = {}] = specifications;
    const names = ["a > stays (quiet) on errors", "a > stays (quiet)", "a > raises on errors"];
    expect(names.map((name) => both?.test(name))).toEqual([true, false, false]);
    expect(names.map((name) => one?.test(name))).toEqual([true, true, false]);
    expect(names.map((name) => has(result(name)))).toEqual([true, false, false]);
  });
});

test.each([
  [["Mine.Tow", "thre"], undefined, ["did you mean Mine.Two?", "did you mean Mine.Three?"]],
  [["elsewhere"], undefined, ["the rules are Mine.One, Mine.Three, Mine.Two, Mine.Uno"]],
  [[], "no such", [undefined]],
])(
  "a filter that selects nothing is told, with the rule that is likely meant: %j %s",
  (names, name, fixes) => {
    const issues = emptyFilters(names, name, RULES, [result("a > case")]);
    expect(issues.map(({ fix }) => fix)).toEqual(fixes);
  },
);
