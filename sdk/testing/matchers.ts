import { expect, type MatcherState } from "vitest";
import { CaracalError } from "../base/caracal-error.ts";
import { isJsonObject, type JsonObject } from "../base/json.ts";
import { withOrganization } from "../rule/organization.ts";
import type { AnyRule } from "../rule/rule.ts";
import { callFrom } from "./call-from.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { compareAlerts } from "./compare-alerts.ts";
import { detects } from "./detects.ts";
import type { ExpectedAlert } from "./expected-alert.ts";
import { noteCase } from "./note-case.ts";
import { doneSince } from "./note-run.ts";
import { raisesAtOnce } from "./raises-at-once.ts";
import { RecordReader } from "./record-reader.ts";
import { refuseUnseen } from "./refuse-unseen.ts";
import type { ReplayOptions } from "./run-events.ts";
import { unexpectedFailure } from "./unexpected-failure.ts";
import { why } from "./why.ts";

/** What a record is asked with. */
type DetectOptions = Pick<ReplayOptions, "logTypes" | "organization">;

/** What `expect` can say of rules, and of what came of a replay. Importing `caracal/testing` adds it. */
export interface RuleMatchers<R> {
  /**
   * Asks a rule whether a record matches: `detect` and the exceptions, of the event that the schema makes of it. What a
   * threshold or first-seen makes of a match is for `toRaise` and timelines to ask. A function of the rule that throws
   * fails the test, also after `not`.
   *
   * @param record as the log has it
   * @param options log types beside those that come with Caracal and those of samples; what rules are told of the company
   * @example
   * expect(rootUser).toDetect(invocation({ identity: { arn: "arn:aws:iam::111122223333:root" } }));
   */
  toDetect(record: JsonObject, options?: DetectOptions): R;
  /**
   * Compares the alerts of a replay. An object stands for the only alert, a list for all alerts in their order.
   *
   * @example
   * expect(await replay(errorSpike, records)).toRaise({ severity: "HIGH", eventCount: 20 });
   */
  toRaise(expected: ExpectedAlert | readonly ExpectedAlert[]): R;
  /**
   * Nothing came of a replay: no alert, and of a rule with `createAlert: false` no match. A replay of which no rule saw a
   * record is refused.
   */
  toRaiseNothing(): R;
}

declare module "vitest" {
  interface Matchers<R extends void | Promise<void>, T> extends RuleMatchers<R> {}
}

/** What a matcher says. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

function toDetect(
  this: MatcherState,
  rule: AnyRule,
  record: JsonObject,
  { logTypes = [], organization = {} }: DetectOptions = {},
): Verdict {
  return callFrom(toDetect, () => {
    const event = new RecordReader(logTypes).read(record);
    const pass = withOrganization(organization, () => detects(rule, event));
    if (!pass) noteCase({ rule: rule.id, kind: "quiet" });
    else if (raisesAtOnce(rule)) noteCase({ rule: rule.id, kind: "raised" });
    const said = pass ? "matches the record, and should not" : "does not match the record";
    const told = { events: [event], quiet: pass, organization };
    return { pass, message: () => `${rule.id} ${said}${why([rule], told)}` };
  });
}

function toRaise(
  this: MatcherState,
  received: unknown,
  expected: ExpectedAlert | readonly ExpectedAlert[],
): Verdict {
  return callFrom(toRaise, () => {
    const all = [expected].flat();
    const run = soundRun(received, all);
    const testers = [...this.customTesters, this.utils.iterableEquality, this.utils.subsetEquality];
    const matches = (value: unknown, wanted: unknown): boolean => this.equals(value, wanted, testers);
    const difference = compareAlerts(run.alerts, all, { ...run, matches });
    if (difference === undefined && all.length === 0 && !this.isNot) refuseUnseen(run);
    if (difference === undefined) return verdict(run, true, "the alerts are those that should not be");
    const { message, ...shown } = difference;
    const isEmpty = [...shown.actual, ...shown.expected].every((alert) => Object.keys(alert).length === 0);
    const failed = verdict(run, false, message + notCounted(run), all.length === 0);
    return isEmpty ? failed : { ...failed, ...shown };
  });
}

function toRaiseNothing(this: MatcherState, received: unknown): Verdict {
  return callFrom(toRaiseNothing, () => {
    const run = soundRun(received, []);
    const alerts = run.alerts.map(({ severity, createdAt, title }) => `${createdAt} ${severity} ${title}`);
    const matched = run.rules
      .filter((rule) => rule.createAlert === false && doneSince(rule, run, run.before).told > 0)
      .map(({ id }) => `${id} matched`);
    const came = [...alerts, ...matched];
    if (came.length === 0 && !this.isNot) refuseUnseen(run);
    if (came.length === 0)
      return verdict(run, true, `nothing came of it, and something should${notCounted(run)}`);
    return verdict(run, false, ["nothing should come of it, but there is", ...came].join("\n  "), true);
  });
}

/** @param quiet whether nothing was to come */
function verdict(run: Checkpoint, pass: boolean, said: string, quiet = false): Verdict {
  const { rules, arrived: events = run.events, lateness = "15m", organization = {} } = run;
  const ids = rules.map(({ id }) => id).join(", ");
  const told = { events, quiet, lateness, organization };
  return { pass, message: () => `${ids}: ${said}${why(rules, told)}` };
}

/** What may be why less was counted than the test gave. */
function notCounted({ counts: { duplicates, late } }: Checkpoint): string {
  const told = [
    ...(duplicates > 0 ? [`records with the id of an earlier one, left out: ${duplicates}`] : []),
    ...(late > 0 ? [`records too late to count: ${late}`] : []),
  ];
  return told.map((line) => `\n${line}`).join("");
}

/**
 * What came of a replay in which no rule failed.
 *
 * @throws Error what a rule has thrown, unless the test expects that
 */
function soundRun(received: unknown, expected: readonly ExpectedAlert[]): Checkpoint {
  if (!isCheckpoint(received))
    throw new CaracalError({
      code: "ARGUMENT_INVALID",
      message: "this asks what came of a replay",
      fix: "write expect(await replay(rule, records))",
    });
  const failure = unexpectedFailure(received, expected);
  if (failure !== undefined) throw failure;
  return received;
}

function isCheckpoint(received: unknown): received is Checkpoint {
  return isJsonObject(received) && "alerts" in received && "counts" in received;
}

expect.extend({ toDetect, toRaise, toRaiseNothing });
