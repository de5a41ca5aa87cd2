import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, severityOf } from "../base/issue.ts";
import { printValue } from "../testing/fuzz/print-value.ts";
import { formatCount } from "../report/format-count.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { FuzzFinding } from "./fuzz-messages.ts";
import { fuzzInThread, type Progress } from "./fuzz-thread.ts";
import type { RulesOptions } from "./rules-options.ts";

/** What the command line says of fuzzing. */
export interface FuzzCommandOptions extends RulesOptions {
  readonly seconds: number;
  readonly runs: number;
  readonly budget: number;
  readonly seed: number;
  readonly format: "pretty" | "json";
}

/** Does what the command says, and tells the exit code. */
export async function fuzzRules(filters: readonly string[], options: FuzzCommandOptions): Promise<number> {
  await import("fast-check").catch((cause: unknown) => {
    const fix = "npm install --save-dev fast-check";
    throw new CaracalError({ code: "TOOL_MISSING", message: "fast-check is not installed", fix }, { cause });
  });
  const progress: Progress = { rules: [], issues: [], current: undefined, next: 0, runs: 0, findings: [] };
  const start = performance.now();
  do await fuzzInThread({ filters, options }, progress);
  while (progress.next < progress.rules.length);
  const { rules, issues, findings, runs } = progress;
  for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`);
  process.stdout.write(options.format === "json" ? asJson(findings) : asText(findings, options.seed));
  const faults = findings.filter((finding) => severityOf(finding) === "error").length;
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  process.stderr.write(
    `${formatCount(rules.length, "rule")}, ${formatCount(runs, "event")}, ${formatCount(faults, "fault")} in ${seconds} s; seed ${options.seed}\n`,
  );
  return exitCodeOf([...issues, ...findings]);
}

function asJson(findings: readonly FuzzFinding[]): string {
  const told = findings.map((finding) => ({ ...finding, severity: severityOf(finding) }));
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

function asText(findings: readonly FuzzFinding[], seed: number): string {
  return findings
    .map((finding) => {
      if (finding.records.length === 0)
        return `${formatIssue({ ...finding, severity: severityOf(finding) })}\n`;
      const test =
        finding.test === "" ? finding.records.map((one) => printValue(one)).join("\n") : finding.test;
      const shown = test.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
      return `${formatIssue({ ...finding, severity: severityOf(finding) })}\n  found with --seed ${seed}, by\n${shown.join("\n")}\n\n`;
    })
    .join("");
}
