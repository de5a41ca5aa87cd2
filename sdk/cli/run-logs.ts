import { setFlagsFromString } from "node:v8";
import sumBy from "lodash/sumBy.js";
import { formatIssue, type Issue } from "../base/issue.ts";
import { Engine } from "../engine/engine.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import { sha256 } from "../event/sha256.ts";
import { summary } from "../report/summary.ts";
import type { AnyRule } from "../rule/rule.ts";
import { isAtLeast, type Severity } from "../rule/severity.ts";
import { findSources } from "../sources/find-sources.ts";
import type { Source } from "../sources/source.ts";
import { memoryStore } from "../state/memory-store.ts";
import { alertOutput } from "./alert-output.ts";
import { checkOutputs } from "./check-outputs.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Format } from "./formats.ts";
import { type LoadedRules, loadRules } from "./load-rules.ts";
import { runPipeline } from "./pipeline.ts";
import type { ProgressBar } from "./progress-bar.ts";
import { runStats } from "./run-stats.ts";
import { type SourceDecoder, sourceDecoder } from "./source-decoder.ts";
import { textFile } from "./text-file.ts";

/** What the command line says of a run. */
export interface RunOptions {
  readonly rules: string;
  readonly bundle?: string;
  readonly format: Format;
  readonly out?: string;
  readonly rejects?: string;
  readonly stats?: string;
  readonly from?: number;
  readonly to?: number;
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly lateness: number;
  readonly strict?: boolean;
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
  const { rules, logTypes, issues: broken } = await rulesOf(options);
  broken.forEach(report);
  if (rules.length === 0) return exitCodeOf(issues);
  const inputs = pathsOr(paths, report);
  if (inputs.length === 0) return exitCodeOf(issues);
  const { sources, issues: missing, otherFiles } = await findSources(inputs, process.stdin);
  checkOutputs(sources, options);
  missing.forEach(report);
  if (sources.length === 0 && missing.length === 0) {
    report({ code: "INPUT_EMPTY", source: paths.join(" "), message: "there are no logs to read here" });
  }

  boundMemory();
  if (process.stderr.isTTY) progress = await drawnProgress(sources);
  const output = alertOutput(options);
  const rejects = options.rejects === undefined ? undefined : textFile(options.rejects);
  const stats = options.stats === undefined ? undefined : textFile(options.stats);
  const engine = engineOf(rules, options);
  let hasFailing = false;
  const counts = await runPipeline({
    sources,
    engine,
    decoder: decoderOf(logTypes, options),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    onAlerts(alerts) {
      hasFailing ||= alerts.some(
        ({ severity }) => options.failOn !== undefined && isAtLeast(severity, options.failOn),
      );
      progress.clear();
      output.write(alerts);
    },
    onReject: (reject) => rejects?.write(`${JSON.stringify(reject)}\n`),
    onIssue: report,
    onProgress: (bytes, { read }) => progress.advance(bytes, read),
  });
  progress.clear();
  output.end();
  rejects?.close();
  const seconds = (performance.now() - start) / 1_000;
  stats?.write(`${JSON.stringify(runStats(counts, engine.counts, seconds), null, 2)}\n`);
  stats?.close();
  process.stderr.write(summary({ ...counts, ...engine.counts, rules: rules.length, seconds, otherFiles }));
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

function engineOf(rules: readonly AnyRule[], { lateness }: RunOptions): Engine {
  return new Engine({
    rules,
    store: memoryStore(),
    digest: sha256,
    lateness,
    stopwatch: () => performance.now(),
  });
}

function decoderOf(logTypes: readonly LogType[], { strict = false }: RunOptions): SourceDecoder {
  const all = [...BUILT_IN_LOG_TYPES, ...logTypes];
  return sourceDecoder({ logTypes: all, digest: sha256, clock: () => new Date(), strict });
}

async function rulesOf({ rules, bundle }: RunOptions): Promise<LoadedRules> {
  if (bundle === undefined) return await loadRules(rules, BUILT_IN_LOG_TYPES);
  const { loadBundle } = await import("./load-bundle.ts");
  return await loadBundle(bundle);
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
