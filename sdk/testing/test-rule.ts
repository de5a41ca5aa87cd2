import { describe, expect, test } from "vitest";
import { CaracalError } from "../base/caracal-error.ts";
import type { Detection } from "../rule/step.ts";
import { type CaseRecords, type Cases, placeOfCases, type RaisingCase } from "./cases.ts";
import { changedKeys } from "./changed-keys.ts";
import "./matchers.ts";
import { doneSince, noteRun } from "./note-run.ts";
import { type Timeline, timeline } from "./timeline.ts";

export interface TestRuleOptions {
  /** Names of cases that do not hold for the rule. */
  readonly except?: readonly string[];
}

/**
 * Tests a rule with a table of cases: one test for each, under the rule's id. The table may be that of the rule which
 * this one was derived from with `extendRule`; then what it says of an alert's keys that the derivation changed is not
 * compared.
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
  describe(rule.id, () => {
    if (unknown.length > 0) test("leaves out only cases that there are", () => refuse(unknown, names));
    for (const [name, one] of Object.entries(raises))
      if (!except.includes(name)) test(`raises: ${name}`, () => placed(cases, () => raise(rule, one, cases)));
    for (const [name, one] of Object.entries(ignores))
      if (!except.includes(name))
        test(`ignores: ${name}`, () => placed(cases, () => ignore(rule, one, cases)));
  });
}

function raise(rule: Detection, { records, alert }: RaisingCase, cases: Cases): void {
  const seen = show(rule, records, cases);
  if (alert !== undefined) return void seen.expectAlert(alert);
  const run = seen.result();
  noteRun(run);
  expect(run).not.toRaiseNothing();
}

function ignore(rule: Detection, records: CaseRecords, cases: Cases): void {
  const seen = show(rule, records, cases);
  if (doneSince(rule, seen.result()).seen === 0)
    throw new CaracalError({
      code: "ARGUMENT_INVALID",
      message: `${rule.id} saw none of these records, so that it ignores them says nothing`,
      fix: "give it records of its log types",
    });
  seen.expectNothing();
}

function show(rule: Detection, records: CaseRecords, { logTypes = [], rule: base }: Cases): Timeline {
  const started = timeline(rule, undefined, { logTypes, ignored: changedKeys(rule, base) });
  if (typeof records === "function") return records(started);
  return started.records(records);
}

/** Lets the stack of an error begin where the table is, unless it leads there. */
function placed(cases: Cases, run: () => void): void {
  const place = placeOfCases(cases);
  try {
    run();
  } catch (error) {
    const file = /\(?([^\s(]+?)(:\d+)*\)?$/m.exec(place)?.[1] ?? "";
    if (error instanceof Error && file !== "" && error.stack?.includes(file) !== true)
      error.stack = `${error.name}: ${error.message}\n${place}`;
    throw error;
  }
}

function refuse(unknown: readonly string[], names: readonly string[]): never {
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `there is no case "${unknown.join('", "')}" to leave out`,
    fix: `the cases are "${names.join('", "')}"`,
  });
}
