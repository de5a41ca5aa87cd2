import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import groupBy from "lodash/groupBy.js";
import { formatIssue, type Issue } from "../base/issue.ts";
import type { Paint } from "../report/paint.ts";
import { countText } from "../testing/count-reporter.ts";
import { type CaseResult, countResults, type Failure, type Frame } from "../testing/reporter/test-results.ts";
import { codeFrame } from "./code-frame.ts";

/** Places that are told of one failure. */
const MOST_PLACES = 3;

/** What there is to tell of a run. */
export interface TestOutcome {
  readonly results: readonly CaseResult[];
  /** What is wrong beside failed cases, such as rules without cases. */
  readonly findings: readonly Issue[];
}

/** Of which results more than failures is told: after a change, of those that ran again. */
export type ShownResults = (result: CaseResult) => boolean;

/** How many cases ended how; a finding counts as a failed one. */
export function countOutcome({ results, findings }: TestOutcome): ReturnType<typeof countResults> {
  const counts = countResults(results);
  return { ...counts, failed: counts.failed + findings.length };
}

/** Results for people: a line for each rule or file, then what failed and why, by rule, then findings, then how many. */
export function testText(outcome: TestOutcome, paint: Paint, isShown: ShownResults = () => true): string {
  const groups = Object.entries(groupBy(outcome.results, ({ group }) => group));
  const told = groups.filter(([, cases]) => cases.some((one) => isShown(one) || one.state === "failed"));
  const failed = groups.flatMap(([group, cases]) => {
    const failures = cases.filter((one) => one.state === "failed" && isShown(one));
    return failures.length === 0 ? [] : [failedGroup(group, failures, paint)];
  });
  const findings = outcome.findings.map((issue) => `${paint("red", "✗")} ${formatIssue(issue)}\n`);
  const parts = [told.map(([group, cases]) => groupLine(group, cases, paint)).join(""), ...failed];
  if (findings.length > 0) parts.push(findings.join(""));
  const counts = countOutcome(outcome);
  parts.push(`${paint(counts.failed > 0 ? "red" : "green", countText(counts))}\n`);
  return parts.filter((part) => part !== "").join("\n");
}

function groupLine(group: string, cases: readonly CaseResult[], paint: Paint): string {
  const { passed, failed, skipped } = countResults(cases);
  const rest = skipped === 0 ? "" : paint("dim", `, ${skipped} skipped`);
  if (failed > 0)
    return `${paint("red", "✗")} ${group}  ${passed} passed, ${paint("red", `${failed} failed`)}${rest}\n`;
  const mark = passed > 0 ? paint("green", "✓") : paint("dim", "-");
  return `${mark} ${group}  ${paint("dim", String(passed))}${rest}\n`;
}

function failedGroup(group: string, cases: readonly CaseResult[], paint: Paint): string {
  const parts = cases.map((one) => {
    const names = one.path[0] === group ? one.path.slice(1) : one.path;
    const lines = one.failures.flatMap((failure) => ["", ...failureLines(failure, paint)]);
    return [`  ${paint("red", "✗")} ${paint("bold", names.join(" > "))}`, ...lines.map(indented)].join("\n");
  });
  return `${paint("bold", group)}\n\n${parts.join("\n\n")}\n`;
}

function indented(line: string): string {
  return line === "" ? "" : `    ${line}`;
}

function failureLines({ name, message, diff, frames }: Failure, paint: Paint): string[] {
  const isExpectation = name === "AssertionError" || name === "Error";
  const lines = `${isExpectation ? "" : `${name}: `}${message}`.trimEnd().split("\n");
  if (diff !== undefined) lines.push("", ...diff.split("\n"));
  const [first, ...outer] = frames.slice(0, MOST_PLACES);
  if (first === undefined) return lines;
  const frame = codeFrame(first, paint);
  lines.push("", paint("cyan", placeText(first)), ...frame);
  return [...lines, ...outer.map((one) => paint("dim", `from ${placeText(one)}`))];
}

function placeText({ file, line, column }: Frame): string {
  return `${relative(process.cwd(), file)}:${line}:${column}`;
}

/** A text as it is fit for what is no terminal: vitest writes colours into its differences. */
export function withoutColours(text: string): string {
  return stripVTControlCharacters(text);
}
