import { setFlagsFromString } from "node:v8";
import sumBy from "lodash/sumBy.js";
import { formatIssue, type Issue } from "../base/issue.ts";
import { summary } from "../report/summary.ts";
import { isAtLeast, type Severity } from "../rule/severity.ts";
import { findSources } from "../sources/find-sources.ts";
import type { Source } from "../sources/source.ts";
import { checkOutputs } from "./check-outputs.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Format } from "./formats.ts";
import { loadRunRules } from "./load-run-rules.ts";
import { openRun } from "./open-run.ts";
import { runPipeline } from "./pipeline.ts";
import type { ProgressBar } from "./progress-bar.ts";
import type { RulesOptions } from "./rules-options.ts";
import { runStats } from "./run-stats.ts";
import { textFile } from "./text-file.ts";

/** What the command line says of a run. */
export interface RunOptions extends RulesOptions {
  readonly bundle?: string;
  readonly format: Format;
  readonly out?: string;
  readonly rejects?: string;
  readonly stats?: string;
  readonly state?: string;
  readonly live?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly lateness: number;
  readonly strict?: boolean;
  readonly workers?: number;
}

/** In a pipe nothing is drawn. */
const NO_PROGRESS: ProgressBar = { advance: () => {}, clear: () => {} };

/** Does what the command says, and tells the exit code. */
export async function runLogs(paths: readonly string[], options: RunOptions): Promise<number> {
  const start = performance.now();
  const issues: Issue[] = [];
  let progress = NO_PROGRESS;
  const report = (issue: Issue): void => {
    issues.push(issue);
    progress.clear();
    process.stderr.write(`${formatIssue(issue)}\n`);
  };
  const loaded = await loadRunRules(options);
  loaded.issues.forEach(report);
  if (loaded.rules.length === 0) return exitCodeOf(issues);
  const inputs = pathsOr(paths, report);
  if (inputs.length === 0) return exitCodeOf(issues);
  const { sources, issues: missing, otherFiles } = await findSources(inputs, process.stdin);
  checkOutputs(sources, options);
  missing.forEach(report);
  if (sources.length === 0 && missing.length === 0) {
    report({ code: "INPUT_EMPTY", source: paths.join(" "), message: "there are no logs to read here" });
  }

  boundMemory();
  const stats = options.stats === undefined ? undefined : textFile(options.stats);
  let hasFailing = false;
  const run = await openRun(loaded, sources, options, (alerts) => {
    const { failOn } = options;
    hasFailing ||= alerts.some(({ severity }) => failOn !== undefined && isAtLeast(severity, failOn));
    progress.clear();
  });
  try {
    run.issues.forEach(report);
    if (process.stderr.isTTY) progress = await drawnProgress(run.sources);
    const counts = await runPipeline({
      ...run,
      onIssue: report,
      onProgress: (bytes, { read }) => progress.advance(bytes, read),
    });
    await run.finish();
    progress.clear();
    const seconds = (performance.now() - start) / 1_000;
    const engine = { ...run.engine.counts, alerts: run.alerts() };
    stats?.write(`${JSON.stringify(runStats(counts, engine, seconds), null, 2)}\n`);
    stats?.close();
    const rules = loaded.rules.length;
    const { readBefore } = run;
    process.stderr.write(summary({ ...counts, ...engine, rules, seconds, otherFiles, readBefore }));
  } finally {
    await run.close();
  }
  return Math.max(exitCodeOf(issues), hasFailing ? 1 : 0);
}

/**
 * A log is read once and never looked at again, but by default memory may grow to many times what is in use before
 * it is cleaned up. Three times as much keeps a run small, at little cost in time.
 */
function boundMemory(): void {
  setFlagsFromString("--heap-growing-percent=200");
}

async function drawnProgress(sources: readonly Source[]): Promise<ProgressBar> {
  const { progressBar } = await import("./progress-bar.ts");
  return progressBar(
    process.stderr,
    sumBy(sources, ({ size = 0 }) => size),
  );
}

function pathsOr(paths: readonly string[], report: (issue: Issue) => void): readonly string[] {
  if (paths.length > 0) return paths;
  if (!process.stdin.isTTY) return ["-"];
  report({
    code: "ARGUMENT_INVALID",
    message: "there is nothing to read",
    fix: "name files or folders, or - for standard input",
  });
  return [];
}
