import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { coverageMarkdown } from "../report/coverage-markdown.ts";
import { coverageTable } from "../report/coverage-table.ts";
import { formatCount } from "../report/format-count.ts";
import { navigatorLayer } from "../report/navigator-layer.ts";
import type { Coverage, Matrix } from "../rule/frameworks/coverage.ts";
import { coverageOf } from "../rule/frameworks/coverage-of.ts";
import { FRAMEWORKS } from "../rule/frameworks/frameworks.ts";
import type { Detection } from "../rule/step.ts";
import { exitCodeOf } from "./exit-code.ts";
import { loadRules } from "./load-rules.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { writeResult } from "./write-result.ts";

/** What the command line says of coverage. */
export interface CoverageOptions {
  readonly rules: readonly string[];
  readonly format: "pretty" | "navigator" | "markdown" | "json";
  readonly framework?: keyof typeof NAMES;
  readonly out?: string;
}

/** Frameworks as they can be written in a shell. */
const NAMES = { atlas: "MITRE ATLAS", attack: "MITRE ATT&CK" };

/** Does what the command says, and tells the exit code. */
export async function showCoverage(options: CoverageOptions): Promise<number> {
  const { format, framework, out } = options;
  if (format === "navigator" && framework === undefined) {
    const message = "a Navigator layer is of one framework";
    const fix = "add --framework attack or --framework atlas";
    throw new CaracalError({ code: "ARGUMENT_INVALID", source: "--format navigator", message, fix });
  }
  const { rules, issues } = await loadAll(options.rules);
  for (const issue of issues) tell(formatIssue(issue));
  const frameworks = [...FRAMEWORKS.values()].filter(
    ({ name }) => framework === undefined || name === NAMES[framework],
  );
  const coverage = coverageOf(rules, frameworks);
  writeResult(textOf(coverage, options), out);
  tell(formatCount(coverage.rules, "rule"));
  return exitCodeOf(issues);
}

/** The rules of several places. One that two of them export is one; two that share an id are told. */
async function loadAll(places: readonly string[]): Promise<{ rules: Detection[]; issues: Issue[] }> {
  const rules = new Map<string, Detection>();
  const issues: Issue[] = [];
  for (const place of places) {
    const loaded = await loadRules(place, BUILT_IN_LOG_TYPES);
    issues.push(...loaded.issues);
    for (const rule of loaded.rules) {
      const present = rules.get(rule.id);
      if (present === undefined) rules.set(rule.id, rule);
      else if (present !== rule) {
        const message = `the id ${rule.id} is taken by a rule of another place`;
        const source = loaded.files.get(rule.id) ?? place;
        issues.push({ code: "RULE_ID_DUPLICATE", source, message, fix: "give one of them another id" });
      }
    }
  }
  return { rules: [...rules.values()], issues };
}

function textOf(coverage: Coverage, { format, out }: CoverageOptions): string {
  if (format === "markdown") return coverageMarkdown(coverage);
  if (format === "json") return json({ ...coverage, ...facts(coverage) });
  if (format === "navigator") return coverage.matrices.map((matrix) => json(navigatorLayer(matrix))).join("");
  if (out !== undefined) return coverageTable(coverage);
  return coverageTable(coverage, { ...widthOf(process.stdout), paint: paintFor(process.stdout) });
}

function facts({ matrices, others }: Coverage) {
  return { matrices: matrices.map(matrixFacts), others: Object.fromEntries(others) };
}

function matrixFacts({ framework, ...rest }: Matrix) {
  const { name, version, isWhole } = framework;
  return { framework: name, version, isWhole, ...rest };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
