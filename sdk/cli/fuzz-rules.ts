import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue, severityOf } from "../base/issue.ts";
import type { JsonObject } from "../base/json.ts";
import { printValue } from "../testing/fuzz/print-value.ts";
import { formatCount } from "../report/format-count.ts";
import { exitCodeOf } from "./exit-code.ts";
import { placeOfCall } from "./fuzz-finding.ts";
import type { ChosenRule, FromFuzzWorker, FuzzFinding, FuzzWork } from "./fuzz-messages.ts";
import { FuzzWatch } from "./fuzz-watch.ts";

/** What the command line says of fuzzing. */
export interface FuzzCommandOptions {
  readonly rules: string;
  readonly seconds: number;
  readonly runs: number;
  readonly budget: number;
  readonly seed: number;
  readonly format: "pretty" | "json";
}

/** How long a rule may take for one event before its thread is ended, in milliseconds. */
const STALLED = 2_000;

/** How long rule files may take to load. */
const LOADING = 60_000;

/** How often is looked whether the worker goes on. */
const INTERVAL = 100;

/** Megabytes that a rule may fill. */
const MEMORY = 1_024;

/** What is known so far. */
interface Progress {
  rules: readonly ChosenRule[];
  issues: readonly Issue[];
  /** The rule that is being tried. */
  current: number | undefined;
  /** The first rule that has not been tried. */
  next: number;
  runs: number;
  readonly findings: FuzzFinding[];
}

/** Does what the command says, and tells the exit code. */
export async function fuzzRules(filters: readonly string[], options: FuzzCommandOptions): Promise<number> {
  await import("fast-check").catch((cause: unknown) => {
    const fix = "npm install --save-dev fast-check";
    throw new CaracalError({ code: "TOOL_MISSING", message: "fast-check is not installed", fix }, { cause });
  });
  const progress: Progress = { rules: [], issues: [], current: undefined, next: 0, runs: 0, findings: [] };
  const start = performance.now();
  do await fuzzOn(filters, options, progress);
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

/** Tries rules in a thread of their own until all are tried, or one does not come to an end. */
function fuzzOn(filters: readonly string[], options: FuzzCommandOptions, progress: Progress): Promise<void> {
  const watch = new FuzzWatch();
  const work: FuzzWork = { filters, options, first: progress.next, watched: watch.shared };
  // The package that is published holds the same file as JavaScript.
  const file = new URL(`fuzz-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  const ended = Promise.withResolvers<void>();
  let last = { count: -1, at: performance.now() };

  let isOver = false;

  function end(message?: string): void {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    void worker.terminate();
    try {
      if (message !== undefined) giveUp(progress, watch, message);
      ended.resolve();
    } catch (error) {
      ended.reject(error);
    }
  }

  const timer = setInterval(() => {
    const { count } = watch;
    const now = performance.now();
    if (count !== last.count) last = { count, at: now };
    const isTrying = progress.current !== undefined && count > 0;
    if (now - last.at > (isTrying ? STALLED : LOADING))
      end(`did not come to an end within ${STALLED / 1_000} s for one event`);
  }, INTERVAL);
  worker.on("message", (message: FromFuzzWorker) => take(message, progress));
  worker.on("error", (error: unknown) => {
    const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isFull) end(`fills ${MEMORY} MB of memory`);
    else {
      isOver = true;
      clearInterval(timer);
      ended.reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
  worker.on("exit", () => (progress.current === undefined ? end() : end("ends the process")));
  return ended.promise;
}

function take(message: FromFuzzWorker, progress: Progress): void {
  switch (message.kind) {
    case "chosen":
      progress.rules = message.rules;
      progress.issues = message.issues;
      break;
    case "begun":
      progress.current = message.rule;
      break;
    default: {
      progress.current = undefined;
      progress.next = message.rule + 1;
      progress.runs += message.runs;
      progress.findings.push(...message.findings);
    }
  }
}

/** Tells of the rule that is being tried, and goes on with the next one. */
function giveUp(progress: Progress, watch: FuzzWatch, message: string): void {
  const { rules, current = -1, findings } = progress;
  const rule = rules[current];
  if (rule === undefined) {
    const fix = "look for a loop that does not end at the top of a rule file";
    throw new CaracalError({ code: "RULE_FILE_BROKEN", message: `loading the rules ${message}`, fix });
  }
  findings.push({
    code: "RULE_SLOW",
    source: rule.source,
    ...placeOfCall(readFileSync(rule.source, "utf8"), rule.id, "detect"),
    message: `${rule.id}: ${message}`,
    fix: "bound what it reads, and look at its loops and regular expressions",
    rule: rule.id,
    function: "detect",
    records: recordsOf(watch.input),
    test: "",
  });
  progress.next = current + 1;
  progress.current = undefined;
  progress.runs += watch.count;
}

function recordsOf(input: string): JsonObject[] {
  try {
    return Object.values(JSON.parse(input) as Record<string, JsonObject>);
  } catch {
    return [];
  }
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
