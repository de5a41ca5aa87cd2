import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue } from "../base/issue.ts";
import { coverageMarkdown } from "../report/coverage-markdown.ts";
import { coverageTable } from "../report/coverage-table.ts";
import { formatCount } from "../report/format-count.ts";
import { navigatorLayer } from "../report/navigator-layer.ts";
import type { Coverage, Matrix } from "../rule/frameworks/coverage.ts";
import { coverageOf } from "../rule/frameworks/coverage-of.ts";
import { FRAMEWORKS } from "../rule/frameworks/frameworks.ts";
import { exitCodeOf } from "./exit-code.ts";
import { loadProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { writeResult } from "./write-result.ts";

/** What the command line says of coverage. */
export interface CoverageOptions extends RulesOptions {
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
  const { rules, issues } = await loadProject(options);
  for (const issue of issues) tell(formatIssue(issue));
  const frameworks = [...FRAMEWORKS.values()].filter(
    ({ name }) => framework === undefined || name === NAMES[framework],
  );
  const coverage = coverageOf(rules, frameworks);
  writeResult(textOf(coverage, options), out);
  tell(formatCount(coverage.rules, "rule"));
  return exitCodeOf(issues);
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
