import { CaracalError } from "../../base/caracal-error.ts";
import { formatIssue, type Issue } from "../../base/issue.ts";
import { formatCount } from "../../report/format-count.ts";
import { exitCodeOf } from "../exit-code.ts";
import { testFilesOf } from "../rule-tests.ts";
import { paintFor } from "../terminal.ts";
import { type RuleToTest, rulesToTest } from "../test-rules.ts";
import { textFile } from "../text-file.ts";
import { type ReadFile, readMutated } from "./mutated-file.ts";
import { type RuleScore, ruleScore } from "./rule-score.ts";
import { type RuleTester, ruleTester } from "./rule-tester.ts";
import { runStryker } from "./run-stryker.ts";
import { scoresJson, scoresMarkdown, scoresText } from "./scores-text.ts";
import { selectRules } from "./select-rules.ts";

/** What the command line says of measuring tests. */
export interface MutateOptions {
  readonly rules: string;
  /** Percent. */
  readonly min: number;
  readonly format: "pretty" | "json" | "markdown";
  readonly out?: string;
}

/** Does what the command says, and tells the exit code. */
export async function mutateRules(filters: readonly string[], options: MutateOptions): Promise<number> {
  const { rules, issues } = await rulesToTest(options.rules);
  const selected = selectRules(rules, filters);
  if (selected.length === 0) {
    const message = "no file exports a rule made with defineRule, or a correlation";
    throw new CaracalError([...issues, { code: "RULES_NOT_FOUND", source: options.rules, message }]);
  }
  const scores = await measure(selected, options.rules);
  const findings = [...issues, ...selected.flatMap((rule) => judge(rule, scores, options.min))];
  write(textOf(scores, findings, options), options.out);
  const survivors = scores.reduce((sum, one) => sum + one.survivors.length, 0);
  tell(`${formatCount(survivors, "change")} in ${formatCount(scores.length, "rule")} that no test notices`);
  return exitCodeOf(findings);
}

async function measure(rules: readonly RuleToTest[], folder: string): Promise<RuleScore[]> {
  const tester = await ruleTester(process.cwd(), folder);
  const paths = [...new Set(rules.map(({ file }) => file))];
  const tests = await testFilesOf(paths, tester.testFiles);
  const files = await Promise.all(
    paths.map((path) => {
      const ids = rules.flatMap(({ file, id }) => (file === path ? id : []));
      return readMutated(path, ids, tests.get(path) ?? []);
    }),
  );
  const tested = files.filter((file) => file.tests.length > 0);
  const milliseconds = await timeUnchanged(tester, tested).finally(() => tester.close());
  const tried = tested.length === 0 ? [] : await runStryker(tested, milliseconds);
  return rules.map(({ id, file: path }) => {
    return ruleScore(id, files.find(({ file }) => file === path) as ReadFile, tried);
  });
}

/** How long the tests take while nothing is changed, in milliseconds; they must pass. */
async function timeUnchanged(tester: RuleTester, files: readonly ReadFile[]): Promise<number> {
  if (files.length === 0) return 0;
  const start = performance.now();
  const { kind, failures } = await tester.run(files.flatMap(({ tests }) => tests));
  if (kind !== "passed") {
    const message = `tests fail though nothing is changed: ${failures.join("; ")}`;
    throw new CaracalError({ code: "TESTS_FAILED", message, fix: "make npx caracal test pass first" });
  }
  const unseen = files.filter(({ file }) => !tester.imported.has(file));
  const issues = unseen.map(({ source }): Issue => {
    const message = "its tests do not import this file itself, so they would not see it changed";
    return { code: "RULE_UNTESTED", source, message, fix: "import the rule by the path of its file" };
  });
  if (issues.length > 0) throw new CaracalError(issues);
  return performance.now() - start;
}

function judge({ id, place }: RuleToTest, scores: readonly RuleScore[], least: number): Issue[] {
  const found = scores.find(({ rule }) => rule === id);
  if (found === undefined || found.score >= least) return [];
  const { tests, killed, mutants, score } = found;
  if (tests.length === 0) {
    const message = `${id} has no tests: no test file imports its file`;
    return [{ code: "RULE_UNTESTED", ...place, message, fix: "write a test that imports it" }];
  }
  const message = `${id}: its tests notice ${killed} of ${mutants} changes, ${score} %, and ${least} % is asked for`;
  return [{ code: "RULE_SCORE_LOW", ...place, message, fix: "write tests for the changes that survived" }];
}

function textOf(
  scores: readonly RuleScore[],
  findings: readonly Issue[],
  { format, min, out }: MutateOptions,
): string {
  if (format === "json") return scoresJson(scores, findings, min);
  if (format === "markdown") {
    for (const finding of findings) tell(formatIssue(finding));
    return scoresMarkdown(scores, min);
  }
  const paint = out === undefined ? paintFor(process.stdout) : undefined;
  return scoresText(scores, findings, paint);
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) return void process.stdout.write(text);
  const file = textFile(out);
  file.write(text);
  file.close();
  tell(`${out} written`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
