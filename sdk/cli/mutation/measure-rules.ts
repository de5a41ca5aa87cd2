import { CaracalError } from "../../base/caracal-error.ts";
import type { Issue } from "../../base/issue.ts";
import { testFilesOf } from "../rule-tests.ts";
import type { RuleToTest } from "../test-rules.ts";
import { type ReadFile, readMutated } from "./mutated-file.ts";
import { type RuleScore, ruleScore } from "./rule-score.ts";
import { type RuleTester, ruleTester } from "./rule-tester.ts";
import { runStryker } from "./run-stryker.ts";
import { sharedFiles } from "./shared-files.ts";

/**
 * Tries every change of rules, and of what they import, and tells how much of each rule its tests notice.
 *
 * @param all all rules of the project
 * @param places where they are
 * @throws CaracalError `TESTS_FAILED` where tests fail though nothing is changed, `RULE_UNTESTED` where they would not
 *   see a change, `TOOL_MISSING`
 */
export async function measureRules(
  rules: readonly RuleToTest[],
  all: readonly RuleToTest[],
  places: readonly string[],
): Promise<RuleScore[]> {
  const tester = await ruleTester(process.cwd(), places);
  const files = await readFiles(rules, all, tester);
  const tested = files.filter((file) => file.tests.length > 0);
  const milliseconds = await timeUnchanged(tester, tested).finally(() => tester.close());
  // What tests import otherwise than through vitest, they would not see changed.
  const seen = tested.filter(({ file }) => tester.imported.has(file));
  const tried = seen.length === 0 ? [] : await runStryker(seen, milliseconds);
  return rules.map(({ id, file: path }) => {
    const own = files.find(({ file }) => file === path) as ReadFile;
    const imported = files.filter(({ usedBy }) => usedBy === path);
    return ruleScore(id, own, imported, tried);
  });
}

/** The files of rules, and those that they import. */
async function readFiles(
  rules: readonly RuleToTest[],
  all: readonly RuleToTest[],
  { testFiles }: RuleTester,
): Promise<ReadFile[]> {
  const asked = new Set(rules.map(({ id }) => id));
  const paths = [...new Set(rules.map(({ file }) => file))];
  const tests = await testFilesOf(paths, testFiles);
  const others = await sharedFiles(paths, [...new Set(all.map(({ file }) => file))]);
  return await Promise.all([
    ...paths.map((path) => {
      const own = all.filter(({ file }) => file === path);
      return readMutated({ file: path, rules: own, asked, tests: tests.get(path) ?? [] });
    }),
    // For each rule file anew: what the tests of one rule notice says nothing of another's.
    ...[...others].flatMap(([usedBy, imported]) =>
      imported.map((file) => readMutated({ file, rules: [], asked, tests: tests.get(usedBy) ?? [], usedBy })),
    ),
  ]);
}

/** How long the tests take while nothing is changed, in milliseconds; they must pass. */
async function timeUnchanged(tester: RuleTester, files: readonly ReadFile[]): Promise<number> {
  if (files.length === 0) return 0;
  const start = performance.now();
  const { kind, failures } = await tester.run([...new Set(files.flatMap(({ tests }) => tests))]);
  if (kind !== "passed") {
    const message = `tests fail though nothing is changed: ${failures.join("; ")}`;
    throw new CaracalError({ code: "TESTS_FAILED", message, fix: "make npx caracal test pass first" });
  }
  const unseen = files.filter(({ file, usedBy }) => usedBy === undefined && !tester.imported.has(file));
  const issues = unseen.map(({ source }): Issue => {
    const message = "its tests do not import this file itself, so they would not see it changed";
    return { code: "RULE_UNTESTED", source, message, fix: "import the rule by the path of its file" };
  });
  if (issues.length > 0) throw new CaracalError(issues);
  return performance.now() - start;
}
