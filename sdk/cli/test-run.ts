import { resolve, sep } from "node:path";
import type { SerializedError, TestModule, TestSpecification, Vitest } from "vitest/node";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { type CaseResult, resultsOf } from "../testing/reporter/test-results.ts";
import { ownPlaces } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";
import { exitCodeOf } from "./exit-code.ts";
import { testFilesOf } from "./rule-tests.ts";
import { tellOutcome, type TestOutput } from "./test-output.ts";
import { testProgress } from "./test-progress.ts";
import { type RulesToTest, type RuleToTest, rulesToTest } from "./test-rules.ts";
import { emptyFilters } from "./test-empty-filters.ts";
import { type Selection, selectTests } from "./test-selection.ts";
import { countOutcome, type TestOutcome } from "./test-text.ts";
import { untestedRules } from "./test-untested.ts";
import { openVitest } from "./test-vitest.ts";

/** What the command line says of testing. */
export interface TestOptions extends TestOutput, RulesOptions {
  readonly name?: string;
  readonly allowUntested?: boolean;
}

/** Where the tests of rules are, in a project laid out as Caracal's own or with tests beside the rules. */
const RULE_TESTS = ["test/rules", "rules"];

/** Runs the tests that the filters select, and tells the exit code. */
export async function runTests(filters: readonly string[], given: TestOptions): Promise<number> {
  const options = await withOwnPlaces(given);
  const loading = rulesToTest(options.rules);
  // Vitest starts meanwhile; a failure is told once it can be ended.
  loading.catch(() => {});
  const vitest = await openVitest([testProgress(process.stderr)], false);
  try {
    const found = await loading;
    const selection = await selectFrom(vitest, found, filters, options);
    await vitest.standalone();
    const specifications = [...selection.specifications];
    if (specifications.length > 0) await vitest.runTestSpecifications(specifications, selection.isAll);
    const outcome = await outcomeOf(vitest, found, selection, options);
    const empty = emptySelections(found, selection, outcome, options);
    if (empty.length > 0 && outcome.results.length === 0) throw new CaracalError(empty);
    tellOutcome(outcome, options);
    for (const issue of empty) process.stderr.write(`${formatIssue(issue)}\n`);
    return Math.max(countOutcome(outcome).failed > 0 ? 1 : 0, exitCodeOf([...outcome.findings, ...empty]));
  } finally {
    await vitest.close();
  }
}

/** Options whose rules are those of the project's own. */
export async function withOwnPlaces<T extends RulesOptions>(options: T): Promise<T> {
  const rules = await ownPlaces(options);
  return { ...options, ...(rules !== undefined && { rules }) };
}

/**
 * The tests that are to run, told on standard error where there are filters.
 *
 * @throws CaracalError `INPUT_NOT_FOUND` when there is nothing to test
 */
export async function selectFrom(
  vitest: Vitest,
  { rules, issues }: RulesToTest,
  filters: readonly string[],
  { name, rules: folder }: TestOptions,
): Promise<Selection> {
  const specifications = testsOfRules(await vitest.globTestSpecifications(), folder);
  if (specifications.length + rules.length + issues.length === 0) {
    const message = "there is nothing to test: no test file, and no rules in the folder rules";
    const fix = "write tests into test/rules, in files that end in .test.ts";
    throw new CaracalError({ code: "INPUT_NOT_FOUND", message, fix });
  }
  const selection = await selectTests({ specifications, rules, issues, filters, name });
  for (const line of selection.told) process.stderr.write(`${line}\n`);
  return selection;
}

/** The test files of rules, or all of the project where none are where such tests are. */
export function testsOfRules(
  specifications: readonly TestSpecification[],
  rules: readonly string[] = [],
): readonly TestSpecification[] {
  const found = specifications.filter((one) => isTestOfRules(one, rules));
  return found.length > 0 ? found : specifications;
}

/** Whether a test file lies where tests of rules do. */
export function isTestOfRules({ moduleId }: TestSpecification, rules: readonly string[] = []): boolean {
  const folders = [...RULE_TESTS, ...rules];
  return folders.some((one) => resolve(moduleId).startsWith(resolve(one) + sep));
}

/** What came of the tests so far, and what is wrong beside them. */
export async function outcomeOf(
  vitest: Vitest,
  { rules, issues }: RulesToTest,
  selection: Selection,
  { allowUntested = false }: TestOptions,
): Promise<TestOutcome> {
  const modules: readonly TestModule[] = vitest.state.getTestModules();
  const errors = vitest.state.getUnhandledErrors() as readonly SerializedError[];
  const results = resultsOf(modules, errors).filter(selection.has);
  const judged = allowUntested ? [] : await askedRules(rules.filter(selection.judges), results);
  return { results, findings: [...issues.filter(selection.hasIssue), ...untestedRules(judged, results)] };
}

/** Filters that have selected nothing, with what is wrong with rule files: that may be why. */
export function emptySelections(
  { rules, issues }: RulesToTest,
  { names }: Selection,
  { results, findings }: TestOutcome,
  { name }: TestOptions,
): Issue[] {
  const empty = emptyFilters(names, name, rules, results);
  return empty.length === 0 ? [] : [...empty, ...issues.filter((one) => !findings.includes(one))];
}

/** Without the rules whose tests did not come so far as to ask them: what is wrong with them is told already. */
async function askedRules(
  rules: readonly RuleToTest[],
  results: readonly CaseResult[],
): Promise<readonly RuleToTest[]> {
  const mute = results.filter(({ state, notes }) => state === "failed" && notes.length === 0);
  if (mute.length === 0) return rules;
  const files = [...new Set(mute.map(({ file }) => resolve(file)))];
  const tests = await testFilesOf([...new Set(rules.map(({ file }) => file))], files);
  return rules.filter(({ file }) => !tests.has(file));
}
