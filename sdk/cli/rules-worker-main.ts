import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import escapeRegExp from "lodash/escapeRegExp.js";
import type { Issue } from "../base/issue.ts";
import { placeIn } from "../lint/place-in.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { isDetection } from "./define-detection.ts";
import { loadIssues } from "./load-issues.ts";
import { resolveCaracal } from "./resolve-caracal.ts";
import type { FromRulesWorker } from "./rules-thread.ts";
import { PACKS, shippedRules } from "./shipped-rules.ts";
import type { RuleToTest } from "./test-rules.ts";

// What a rule starts behind its back is told by check, and must not end this.
process.on("unhandledRejection", () => {});

resolveCaracal();
const shipped = await shippedRules();
const rules = new Map<unknown, RuleToTest>();
const issues: Issue[] = [];
for (const file of workerData as readonly string[]) {
  tell({ kind: "begun", file });
  const source = relative(process.cwd(), file);
  try {
    const module = (await import(pathToFileURL(file).href)) as object;
    await collect(module, file, source);
  } catch (error) {
    issues.push(...loadIssues(error, file, source));
  }
}
const own = new Map<string, RuleToTest>();
for (const rule of rules.values()) {
  const first = own.get(rule.id);
  if (first === undefined) own.set(rule.id, rule);
  else issues.push(duplicate(rule, first));
}
tell({ kind: "done", rules: [...own.values()], issues });

/** Takes the rules of a module. Rules of packs that a file of the project exports are not the project's to test. */
async function collect(module: object, file: string, source: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const isPack = file.startsWith(PACKS);
  for (const [name, exported] of Object.entries(module) as [string, unknown][])
    for (const value of [exported].flat()) {
      if (!isDetection(value) || (!isPack && shipped.has(value))) continue;
      const { id }: { readonly id: unknown } = value;
      if (typeof id !== "string") continue;
      const offset = text.search(new RegExp(`["'\`]${escapeRegExp(id)}["'\`]`));
      const isWrittenHere = offset >= 0;
      const present = rules.get(value);
      // An index exports the rules of other files too.
      if (present !== undefined && (present.place.line !== undefined || !isWrittenHere)) continue;
      const place = { source, ...(isWrittenHere && placeIn(text, offset)) };
      const isSignal = value.createAlert === false && !isCorrelation(value);
      rules.set(value, { id, name, file, place, isSignal });
    }
}

function duplicate({ id, place }: RuleToTest, { place: first }: RuleToTest): Issue {
  const at = [first.source, first.line, first.column].filter((part) => part !== undefined).join(":");
  const message = `the id ${id} is taken by a rule at ${at}`;
  return { code: "RULE_ID_DUPLICATE", ...place, message, fix: "give one of them another id" };
}

function tell(message: FromRulesWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is of no origin
  parentPort?.postMessage(message);
}
