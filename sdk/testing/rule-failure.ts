import mapKeys from "lodash/mapKeys.js";
import { rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Detection } from "../rule/step.ts";
import type { Window } from "../rule/threshold.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ExpectedAlert } from "./expected-alert.ts";
import type { Replay } from "./run-events.ts";

/** What the runtime, and a frozen date, say of a change to what is frozen. */
const CHANGED =
  /^Cannot (assign to read only|add|delete|define|redefine) property|object is not extensible|times cannot be changed$/;

/** What a function of a rule threw, said so that the rule's author sees what to do. */
export function ruleFailure({ id }: Detection, name: string, cause: unknown): Error {
  const { name: kind, message } = cause instanceof Error ? cause : new Error(String(cause));
  if (!CHANGED.test(message)) return new Error(`${name} of ${id} failed: ${kind}: ${message}`, { cause });
  const what = `${name} of ${id} changes its event: ${message}`;
  return new Error(`${what}. Events are read-only: copy what is to be changed`, { cause });
}

/**
 * The first failure of a rule that nobody expects: of one under test, or of one that a correlation under test needs. A
 * test that expects one says so with `type: "RULE_ERROR"` or `faults`.
 */
export function unexpectedFailure(
  run: Checkpoint,
  expected: readonly ExpectedAlert[] = [],
): Error | undefined {
  if (expected.some(({ type, faults }) => (type ?? faults) !== undefined)) return undefined;
  const faulty = run.alerts.find(({ faults }) => faults.length > 0);
  const rules = [...run.rules, ...run.rules.filter(isCorrelation).flatMap(rulesNeeded)];
  const failed = rules.find(
    ({ id }) => id === faulty?.ruleId || errorsOf(run, id) > errorsOf(run.before, id),
  );
  if (failed === undefined) return undefined;
  const [fault] = failed.id === faulty?.ruleId ? faulty.faults : [];
  if (!isCorrelation(failed)) {
    const again = callAgain(failed, run, fault?.function);
    if (again !== undefined) return again;
  }
  if (fault !== undefined) return new Error(`${fault.function} of ${failed.id} failed: ${fault.error}`);
  const { context } =
    run.alerts.find(({ type, ruleId }) => type === "RULE_ERROR" && ruleId === failed.id) ?? {};
  return new Error(`${failed.id} failed: ${JSON.stringify(context ?? {})}`);
}

function errorsOf(run: Replay | undefined, id: string): number {
  return run?.counts.rules[id]?.errors ?? 0;
}

type Callback = (event: never, window: Window) => unknown;

/** Calls functions of a rule again, for what they throw: the engine keeps no text of an error that may quote the log. */
function callAgain(rule: AnyRule, { events }: Replay, name?: string): Error | undefined {
  const functions = Object.entries(functionsOf(rule));
  const called = functions.filter(([one]) =>
    name === undefined ? /^(detect$|threshold|firstSeen)/.test(one) : one === name,
  );
  for (const event of events.filter(({ p_log_type }) => rule.logTypes.includes(p_log_type))) {
    const { p_event_time: time } = event;
    const window: Window = { value: 1, count: 1, firstEventTime: time, lastEventTime: time };
    for (const [one, call] of called) {
      try {
        if (typeof call === "function") (call as Callback)(event as never, window);
      } catch (cause) {
        return ruleFailure(rule, one, cause);
      }
    }
  }
  return undefined;
}

/** A rule's functions under the names that faults have, and its other parts. */
function functionsOf(rule: AnyRule): Record<string, unknown> {
  const { threshold = {}, firstSeen = {}, exceptions = [] } = rule;
  return {
    ...rule,
    ...mapKeys(firstSeen, (_, key) => `firstSeen.${key}`),
    ...(typeof threshold === "object" && mapKeys(threshold, (_, key) => `threshold.${key}`)),
    ...Object.fromEntries(exceptions.map(({ id, when }) => [`exceptions.${id}`, when])),
  };
}
