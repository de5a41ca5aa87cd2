import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import type { JsonObject } from "../base/json.ts";
import { placeOfCall } from "./fuzz-finding.ts";
import type { ChosenRule, FromFuzzWorker, FuzzFinding, FuzzWork } from "./fuzz-messages.ts";
import { FuzzWatch } from "./fuzz-watch.ts";

/** How much processor time one call of a function may take before its thread is ended, in milliseconds. */
const STALLED = 2_000;

/** How long nothing may happen, as in a function that waits, or while rule files are loaded. */
const SILENT = 60_000;

/** How often is looked whether the worker goes on. */
const INTERVAL = 100;

/** Megabytes that a rule may fill. */
const MEMORY = 1_024;

/** What is known so far. */
export interface Progress {
  rules: readonly ChosenRule[];
  issues: readonly Issue[];
  /** The rule that is being tried. */
  current: number | undefined;
  /** The first rule that has not been tried. */
  next: number;
  runs: number;
  readonly findings: FuzzFinding[];
}

/** Tries rules in a thread of their own until all are tried, or one does not come to an end. */
export function fuzzInThread(work: Omit<FuzzWork, "first" | "watched">, progress: Progress): Promise<void> {
  const watch = new FuzzWatch();
  const workerData: FuzzWork = { ...work, first: progress.next, watched: watch.shared };
  // The package that is published holds the same file as JavaScript.
  const file = new URL(`fuzz-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  const ended = Promise.withResolvers<void>();
  const stall = stallOf(watch);
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
    const limit = stall();
    if (limit !== undefined) end(`did not come to an end within ${limit}`);
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

/**
 * Tells the limit that the worker has exceeded, if any. Of a call it is processor time: another program that keeps the
 * machine busy does not make a rule slow. This thread waits meanwhile, so that the time of the process is the worker's.
 */
function stallOf(watch: FuzzWatch): () => string | undefined {
  let last = { calls: -1, at: 0, spent: 0 };
  return () => {
    const { calls } = watch;
    const { user, system } = process.cpuUsage();
    const now = { calls, at: performance.now(), spent: (user + system) / 1_000 };
    if (calls !== last.calls) last = now;
    if (calls % 2 === 1 && now.spent - last.spent > STALLED)
      return `${STALLED / 1_000} s of processor time for one event`;
    return now.at - last.at > SILENT ? `${SILENT / 1_000} s` : undefined;
  };
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
function giveUp(progress: Progress, { call, input, inputs }: FuzzWatch, message: string): void {
  const { rules, current = -1, findings } = progress;
  const rule = rules[current];
  if (rule === undefined) {
    const fix = "look for a loop that does not end at the top of a rule file";
    throw new CaracalError({ code: "RULE_FILE_BROKEN", message: `loading the rules ${message}`, fix });
  }
  const records = recordsOf(input);
  findings.push({
    code: "RULE_SLOW",
    source: rule.source,
    ...placeOfCall(readFileSync(rule.source, "utf8"), rule.id, call),
    message: `${rule.id}: ${call} ${message}`,
    fix: "bound what it reads, and look at its loops and regular expressions",
    rule: rule.id,
    function: call,
    records,
    test: "",
  });
  progress.next = current + 1;
  progress.current = undefined;
  progress.runs += inputs;
}

function recordsOf(input: string): JsonObject[] {
  try {
    return Object.values(JSON.parse(input) as Record<string, JsonObject>);
  } catch {
    return [];
  }
}
