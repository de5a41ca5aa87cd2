import { describe, expect, test } from "vitest";
import { CaracalError } from "../base/caracal-error.ts";
import type { Detection } from "../rule/step.ts";
import { type Case, type CaseRecords, type Cases, placeOfCases, type RaisingCase } from "./cases.ts";
import { changedKeys } from "./changed-keys.ts";
import "./matchers.ts";
import { noteRun } from "./note-run.ts";
import { placeOf } from "./place-of.ts";
import { type Timeline, timeline } from "./timeline.ts";

export interface TestRuleOptions {
  /** Names of cases that do not hold for the rule. */
  readonly except?: readonly string[];
}

/**
 * Tests a rule with a table of cases: one test for each, under the rule's id. The table may be that of the rule which
 * this one was derived from with `extendRule`; then what it says of an alert's keys that the derivation changed is not
 * compared. With another `threshold`, `dedup` or `dedupPeriod` that goes for all that the rule says of its window.
 *
 * @example
 * import { rootUserCases } from "caracal/packs/aws-bedrock/cases";
 *
 * testRule(rootUser, rootUserCases);
 * testRule(extendRule(rootUser, { dedupPeriod: "1h" }), rootUserCases, { except: ["once a day"] });
 */
export function testRule(rule: Detection, cases: Cases, { except = [] }: TestRuleOptions = {}): void {
  const { raises = {}, ignores = {} } = cases;
  const names = [...Object.keys(raises), ...Object.keys(ignores)];
  const unknown = except.filter((name) => !names.includes(name));
  const asked = placeOf(testRule);
  const one = (name: string, run: () => void): void => test(name, () => placed(asked, cases, run));
  describe(rule.id, () => {
    if (unknown.length > 0) one("leaves out only cases that there are", () => refuse(unknown, names));
    for (const [name, shown] of Object.entries(raises))
      if (!except.includes(name)) one(`raises: ${name}`, () => raise(rule, shown, cases));
    for (const [name, shown] of Object.entries(ignores))
      if (!except.includes(name)) one(`ignores: ${name}`, () => ignore(rule, caseOf(shown), cases));
  });
}

function raise(rule: Detection, shown: RaisingCase, cases: Cases): void {
  const { alert } = shown;
  if (Array.isArray(alert) && alert.length === 0)
    throw new CaracalError({
      code: "ARGUMENT_INVALID",
      message: "the case says that the rule raises, and expects no alert",
      fix: "say what the alerts are, or move the case to ignores",
    });
  const seen = show(rule, shown, cases);
  if (alert !== undefined) return void seen.expectAlert(alert);
  const run = seen.result();
  noteRun(run);
  expect(run).not.toRaiseNothing();
}

function ignore(rule: Detection, shown: Case, cases: Cases): void {
  show(rule, shown, cases).expectNothing();
}

/** Of a table's `ignores`: records alone, or with what is told of the company. */
function caseOf(shown: CaseRecords | Case): Case {
  const isCase = "records" in shown && Object.keys(shown).every((key) => KEYS.includes(key));
  return isCase ? (shown as Case) : { records: shown as CaseRecords };
}

const KEYS: readonly string[] = ["records", "organization"] satisfies (keyof Case)[];

function show(rule: Detection, { records, organization }: Case, cases: Cases): Timeline {
  const { logTypes = [], rule: base } = cases;
  const started = timeline(rule, {
    logTypes,
    organization: organization ?? cases.organization ?? {},
    ignored: changedKeys(rule, base),
  });
  if (typeof records === "function") return records(started);
  return started.records(records);
}

/**
 * Lets the stack of an error lead to where the rule is tested, and then to its table. A step of the table that failed
 * comes first, unless it is one of a package: its user did not write it.
 */
function placed(asked: string, cases: Cases, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) error.stack = stackOf(error, asked, placeOfCases(cases));
    throw error;
  }
}

function stackOf({ name, message, stack = "" }: Error, asked: string, place: string): string {
  const file = /\(?([^\s(]+?)(:\d+)*\)?$/.exec(place)?.[1] ?? place;
  const steps = stack.split("\n").filter((line) => /^\s+at /.test(line) && line.includes(file));
  if (steps.length > 0 && !file.includes("/node_modules/")) return `${stack}\n${asked}`;
  return [`${name}: ${message}`, asked, ...(steps.length > 0 ? steps : [place])].join("\n");
}

function refuse(unknown: readonly string[], names: readonly string[]): never {
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `there is no case "${unknown.join('", "')}" to leave out`,
    fix: `the cases are "${names.join('", "')}"`,
  });
}
