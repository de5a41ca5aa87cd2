import { parentPort, workerData } from "node:worker_threads";
import { resolve } from "node:path";
import * as fc from "fast-check";
import { CaracalError } from "../base/caracal-error.ts";
import { fuzzRule } from "../testing/fuzz/fuzz-rule.ts";
import { findingOf, ownPath } from "./fuzz-finding.ts";
import type { FromFuzzWorker, FuzzFinding, FuzzWork } from "./fuzz-messages.ts";
import { type FuzzSelection, type SelectedRule, selectFuzzRules } from "./fuzz-selection.ts";
import { fuzzSources } from "./fuzz-sources.ts";
import { FuzzWatch } from "./fuzz-watch.ts";
import { importRules } from "./import-rules.ts";

/** Frames of a stack, enough to lead from a helper back to the rule. */
Error.stackTraceLimit = 50;

const { filters, options, first, watched } = workerData as FuzzWork;
const watch = new FuzzWatch(watched);
const { rules, logTypes, issues } = await selectFuzzRules(filters, options).catch(unselected);
tell({ kind: "chosen", rules: rules.map(({ rule, source }) => ({ id: rule.id, source })), issues });

// What a rule starts behind its back is told by check, and must not end this.
process.on("unhandledRejection", () => {});

for (const [index, selected] of rules.entries()) {
  if (index < first) continue;
  watch.begin();
  tell({ kind: "begun", rule: index });
  const { rule, source } = selected;
  const { files, calls } = await fuzzSources(source);
  const { faults, runs, isReached } = fuzzRule(rule, {
    logTypes,
    fc,
    seed: options.seed,
    runs: options.runs,
    milliseconds: options.seconds * 1_000,
    budget: options.budget,
    now: () => performance.now(),
    source: [...files.values()].join("\n"),
    calls,
    isOwn: (frame) => ownPath(frame, files) !== undefined,
    onInput: (text) => watch.note(text),
    onCall: (name) => watch.enter(name),
    onReturn: () => watch.leave(),
  });
  const imported = await importRules([...new Set([resolve(source), ...files.keys()])]);
  const findings = faults.map((fault) => findingOf(selected, fault, { files, imported }));
  if (!isReached && faults.length === 0) findings.push(unreached(selected, runs));
  tell({ kind: "done", rule: index, findings, runs });
}

/** A configuration that cannot be used is told as what it is, where the threads meet. */
function unselected(error: unknown): FuzzSelection {
  if (!(error instanceof CaracalError)) throw error;
  return { rules: [], logTypes: [], issues: error.issues };
}

/** What was not tried should not look as if it were sound. */
function unreached({ rule, source }: SelectedRule, runs: number): FuzzFinding {
  return {
    code: "RULE_UNREACHED",
    source,
    message: `${rule.id} matched none of ${runs} events, so only its detect was tried`,
    fix: "give it more with --seconds and --runs, or try it on a record of a test",
    rule: rule.id,
    function: "detect",
    records: [],
    test: "",
  };
}

function tell(message: FromFuzzWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is of no origin
  parentPort?.postMessage(message);
}
