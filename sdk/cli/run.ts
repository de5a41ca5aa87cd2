import { type Command, Option } from "commander";
import sumBy from "lodash/sumBy.js";
import { formatIssue, type Issue } from "../base/issue.ts";
import type { Alert } from "../engine/alert.ts";
import { Engine } from "../engine/engine.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { recordDecoder } from "../event/record-decoder.ts";
import { sha256 } from "../event/sha256.ts";
import { summary } from "../report/summary.ts";
import { SEVERITIES, type Severity } from "../rule/severity.ts";
import { findSources } from "../sources/find-sources.ts";
import { memoryStore } from "../state/memory-store.ts";
import { alertOutput, FORMATS, type Format } from "./alert-output.ts";
import { exitCodeOf } from "./exit-code.ts";
import { loadBundle } from "./load-bundle.ts";
import { type LoadedRules, loadRules } from "./load-rules.ts";
import { parseLateness, parseMoment, parseSeverity } from "./options.ts";
import { runPipeline } from "./pipeline.ts";
import { progressBar } from "./progress-bar.ts";
import { runStats, writeStats } from "./run-stats.ts";
import { textFile } from "./text-file.ts";

interface RunOptions {
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

/** `caracal run`: events through rules to alerts. */
export function addRunCommand(program: Command): void {
  program
    .command("run")
    .summary("take logs through rules to alerts")
    .description(
      "Takes log records through rules to alerts. Alerts go to standard output, everything else to standard error.",
    )
    .argument("[path...]", "files, folders, globs, or - for standard input")
    .option("--rules <dir|pack>", "a folder of rules, or a pack that comes with caracal", "rules")
    .addOption(new Option("--bundle <file>", "run the rules of a bundle").conflicts("rules"))
    .addOption(new Option("--format <format>", "how alerts are written").choices(FORMATS).default("pretty"))
    .option("--out <file>", "write alerts to a file")
    .option("--rejects <file>", "write records that could not become events to a file, each with the reason")
    .option("--stats <file>", "write what was counted to a file, as JSON")
    .option("--from <time>", "skip events before this time", parseMoment)
    .option("--to <time>", "skip events from this time on", parseMoment)
    .option("--min-severity <severity>", "print alerts of this severity and worse", parseSeverity)
    .option(
      "--fail-on <severity>",
      "end with exit code 1 if there is an alert of this severity or worse",
      parseSeverity,
    )
    .option(
      "--lateness <duration>",
      "how much later than others an event may come and still count",
      parseLateness,
      parseLateness("15m"),
    )
    .option("--strict", "reject a record when any of its fields does not fit its schema")
    .action(async (paths: string[], options: RunOptions) => {
      process.exitCode = await run(paths, options);
    });
}

async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  const start = performance.now();
  const issues: Issue[] = [];
  const bar: { clear(): void } = { clear: () => {} };
  const report = (issue: Issue): void => {
    issues.push(issue);
    bar.clear();
    process.stderr.write(`${formatIssue(issue)}\n`);
  };
  const { rules, logTypes, issues: broken } = await rulesOf(options);
  broken.forEach(report);
  if (rules.length === 0) return exitCodeOf(issues);
  const { sources, issues: missing, otherFiles } = await findSources(pathsOr(paths, report), process.stdin);
  missing.forEach(report);
  if (sources.length === 0) return exitCodeOf(issues);

  const progress = progressBar(
    process.stderr,
    sumBy(sources, ({ size = 0 }) => size),
  );
  bar.clear = progress.clear;
  const output = alertOutput(options);
  const rejects = options.rejects === undefined ? undefined : textFile(options.rejects);
  const engine = new Engine({
    rules,
    store: memoryStore(),
    digest: sha256,
    lateness: options.lateness,
    stopwatch: () => performance.now(),
  });
  let hasFailing = false;
  const counts = await runPipeline({
    sources,
    engine,
    decode: recordDecoder({
      logTypes: [...BUILT_IN_LOG_TYPES, ...logTypes],
      digest: sha256,
      clock: () => new Date(),
      strict: options.strict ?? false,
    }),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    onAlerts(alerts) {
      hasFailing ||= alerts.some((alert) => isAtLeast(alert, options.failOn));
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
  const stats = runStats(counts, engine.counts, seconds);
  if (options.stats !== undefined) writeStats(options.stats, stats);
  process.stderr.write(summary({ ...counts, ...engine.counts, rules: rules.length, seconds, otherFiles }));
  return Math.max(exitCodeOf(issues), hasFailing ? 1 : 0);
}

async function rulesOf({ rules, bundle }: RunOptions): Promise<LoadedRules> {
  return bundle === undefined ? await loadRules(rules, BUILT_IN_LOG_TYPES) : await loadBundle(bundle);
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

function isAtLeast({ severity }: Alert, least: Severity | undefined): boolean {
  return least !== undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
