import { CaracalError } from "../../base/caracal-error.ts";
import { formatIssue, type Issue } from "../../base/issue.ts";
import { formatCount } from "../../report/format-count.ts";
import { ownPlaces } from "../read-project.ts";
import type { RulesOptions } from "../rules-options.ts";
import { exitCodeOf } from "../exit-code.ts";
import { paintFor } from "../terminal.ts";
import { type RuleToTest, rulesToTest } from "../test-rules.ts";
import { writeResult } from "../write-result.ts";
import { measureRules } from "./measure-rules.ts";
import type { RuleScore } from "./rule-score.ts";
import { scoresJson, scoresMarkdown, scoresText } from "./scores-text.ts";
import { selectRules } from "./select-rules.ts";

/** What the command line says of measuring tests. */
export interface MutateOptions extends RulesOptions {
  /** Percent. */
  readonly min: number;
  readonly format: "pretty" | "json" | "markdown";
  readonly out?: string;
}

/** Does what the command says, and tells the exit code. */
export async function mutateRules(filters: readonly string[], options: MutateOptions): Promise<number> {
  const places = (await ownPlaces(options)) ?? ["rules"];
  const { rules, issues } = await rulesToTest(places);
  const selected = selectRules(rules, filters);
  if (selected.length === 0) {
    const message = "no file exports a rule made with defineRule, or a correlation";
    throw new CaracalError([...issues, { code: "RULES_NOT_FOUND", source: places.join(" "), message }]);
  }
  const scores = await measureRules(selected, rules, places);
  const findings = [...issues, ...selected.flatMap((rule) => judge(rule, scores, options.min))];
  writeResult(textOf(scores, findings, options), options.out);
  const survivors = scores.reduce((sum, one) => sum + one.survivors.length, 0);
  tell(`${formatCount(survivors, "change")} in ${formatCount(scores.length, "rule")} that no test notices`);
  return exitCodeOf(findings);
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

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
