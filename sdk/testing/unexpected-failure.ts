import mapKeys from "lodash/mapKeys.js";
import type { Alert, Fault } from "../engine/alert.ts";
import { describe } from "../engine/fault.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { withOrganization } from "../rule/organization.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Detection } from "../rule/step.ts";
import type { Window } from "../rule/threshold.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { detects } from "./detects.ts";
import type { ExpectedAlert } from "./expected-alert.ts";
import { ruleFailure } from "./rule-failure.ts";
import type { Replay } from "./run-events.ts";

/**
 * The first failure of a rule that nobody expects: of one under test, or of one that a correlation under test needs. A
 * test that expects one says so of an alert of that rule, with `type: "RULE_ERROR"` or with its `faults`.
 */
export function unexpectedFailure(
  run: Checkpoint,
  expected: readonly ExpectedAlert[] = [],
): Error | undefined {
  const excused = (does: (one: ExpectedAlert) => boolean): ReadonlySet<unknown> =>
    new Set(expected.flatMap((one, at) => (does(one) ? [one.ruleId ?? run.alerts[at]?.ruleId] : [])));
  const mayFail = excused(({ type }) => type === "RULE_ERROR");
  const mayHaveFaults = excused(({ faults }) => faults !== undefined && faults.length !== 0);
  const rules = [...run.rules, ...run.rules.filter(isCorrelation).flatMap(rulesNeeded)];
  const { organization = {} } = run;
  const failed = rules.find(({ id }) => !mayFail.has(id) && errorsOf(run, id) > errorsOf(run.before, id));
  if (failed !== undefined) return withOrganization(organization, () => errorIn(failed, run));
  const faulty = run.alerts.find(({ ruleId, faults }) => faults.length > 0 && !mayHaveFaults.has(ruleId));
  return faulty && withOrganization(organization, () => faultIn(faulty, run));
}

function errorsOf(run: Replay | undefined, id: string): number {
  return run?.counts.rules[id]?.errors ?? 0;
}

type Callback = (event: AnyEvent, window?: Window) => unknown;

/** What a rule threw: asked again, since the engine keeps no text of an error that may quote the log. */
function errorIn(rule: Detection, { events, alerts, before }: Checkpoint): Error {
  const { id } = rule;
  if (!isCorrelation(rule))
    for (const event of events.slice(before?.events.length)) {
      const error = rule.logTypes.includes(event.p_log_type) ? askAgain(rule, event) : undefined;
      if (error !== undefined) return error;
    }
  const { context = {} } = alerts.find(({ type, ruleId }) => type === "RULE_ERROR" && ruleId === id) ?? {};
  return new Error(`${id} failed: ${JSON.stringify(context)}`);
}

/** What a rule throws when it is asked whether it matches an event, and how much the match is. */
function askAgain(rule: AnyRule, event: AnyEvent): Error | undefined {
  const { threshold = {}, firstSeen = {} } = rule;
  const measures: Record<string, unknown> = {
    ...mapKeys(firstSeen, (_, key) => `firstSeen.${key}`),
    ...(typeof threshold === "object" && mapKeys(threshold, (_, key) => `threshold.${key}`)),
  };
  try {
    if (!detects(rule, event)) return undefined;
  } catch (error) {
    return error as Error;
  }
  for (const [name, call] of Object.entries(measures)) {
    try {
      if (typeof call === "function") (call as Callback)(event);
    } catch (cause) {
      return ruleFailure(rule, name, cause);
    }
  }
  return undefined;
}

/** What threw as an alert was written: asked again about the alert's events, that which crossed before the others. */
function faultIn(alert: Alert, { rules, events }: Checkpoint): Error {
  const rule = rules.find(({ id }) => id === alert.ruleId);
  const [fault = { function: "", error: "" }] = alert.faults;
  const own = events.filter(({ p_row_id }) => alert.eventIds.includes(p_row_id));
  const crossed = own.filter(({ p_event_time: time }) => time.getTime() === Date.parse(alert.createdAt));
  const again =
    rule && !isCorrelation(rule) ? tellAgain(rule, fault, alert, [...crossed, ...own]) : undefined;
  return again ?? new Error(`${fault.function} of ${alert.ruleId} failed: ${fault.error}`);
}

function tellAgain(
  rule: AnyRule,
  fault: Fault,
  { threshold, eventCount, firstEventTime, lastEventTime }: Alert,
  events: readonly AnyEvent[],
): Error | undefined {
  const exceptions = (rule.exceptions ?? []).map(({ id, when }) => [`exceptions.${id}`, when]);
  const functions: Record<string, unknown> = { ...rule, ...Object.fromEntries(exceptions) };
  const call = functions[fault.function];
  if (typeof call !== "function") return undefined;
  const window: Window = {
    value: threshold.value,
    count: eventCount,
    firstEventTime: new Date(firstEventTime),
    lastEventTime: new Date(lastEventTime),
  };
  for (const event of events) {
    try {
      (call as Callback)(event, window);
    } catch (cause) {
      if (describe(cause).text === fault.error) return ruleFailure(rule, fault.function, cause);
    }
  }
  return undefined;
}
