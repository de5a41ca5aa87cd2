import type { JsonObject } from "../base/json.ts";
import type { LogType } from "../event/log-type.ts";
import { deepFreeze } from "../rule/deep-freeze.ts";
import type { Organization } from "../rule/organization.ts";
import type { Detection } from "../rule/step.ts";
import type { ExpectedAlert } from "./expected-alert.ts";
import { placeOf } from "./place-of.ts";
import type { Timeline } from "./timeline.ts";

/** What a case gives a rule to see: a raw record, several, or the steps of a timeline. */
export type CaseRecords = JsonObject | readonly JsonObject[] | ((timeline: Timeline) => Timeline);

/** What a case shows a rule, and what it tells it of the company. */
export interface Case {
  readonly records: CaseRecords;
  /** What the rule is told of the company, in place of what the table says. Default: what the table says. */
  readonly organization?: Partial<Organization>;
}

/** A case in which a rule raises an alert. */
export interface RaisingCase extends Case {
  /** What the alerts are: an object stands for the only one, a list for all, at least one. Default: anything but none. */
  readonly alert?: ExpectedAlert | readonly ExpectedAlert[];
}

/** The cases of a rule by their names, which say what happens in them. */
export interface CaseTable {
  /** The rule raises an alert; with `createAlert: false`, it matches. */
  readonly raises?: Readonly<Record<string, RaisingCase>>;
  /** The rule stays quiet: what it sees; with `organization`, `{ records, organization }`. */
  readonly ignores?: Readonly<Record<string, CaseRecords | Case>>;
  /** Log types beside those that come with Caracal and those of samples. */
  readonly logTypes?: readonly LogType[];
  /** What the rule is told of the company; the project's configuration has no say in tests. Default: nothing. */
  readonly organization?: Partial<Organization>;
}

/** The test cases of a rule as data. */
export interface Cases extends CaseTable {
  readonly rule: Detection;
}

/**
 * Defines the test cases of a rule as data, for `testRule`: of this rule, and of those that others derive from it. Put
 * them beside the rule in a file `NAME.cases.ts`.
 *
 * @example
 * export const rootUserCases = defineCases(rootUser, {
 *   raises: {
 *     "root of the account": {
 *       records: invocation({ identity: { arn: "arn:aws:iam::111122223333:root" } }),
 *       alert: { severity: "HIGH" },
 *     },
 *   },
 *   ignores: { "a user": invocation() },
 * });
 */
export function defineCases(rule: Detection, cases: CaseTable): Cases {
  const table = deepFreeze({ ...cases, rule });
  places.set(table, placeOf(defineCases));
  return table;
}

const places = new WeakMap<Cases, string>();

/** Where a table is defined, as a line of a stack. */
export function placeOfCases(cases: Cases): string {
  return places.get(cases) ?? "";
}
