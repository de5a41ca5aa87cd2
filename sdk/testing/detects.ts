import { CaracalError } from "../base/caracal-error.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { Detection } from "../rule/step.ts";
import { ruleFailure } from "./rule-failure.ts";

/**
 * Whether a rule matches an event: `detect` says so, and no exception that has not expired.
 *
 * @throws Error when a function of the rule throws, or returns something other than a boolean
 * @throws CaracalError `ARGUMENT_INVALID` for what cannot be asked: a correlation, or an event that the rule is not over
 */
export function detects(rule: Detection, event: AnyEvent): boolean {
  if (isCorrelation(rule)) throw cannotAsk(`${rule.id} is a correlation`, "give its records to a timeline");
  const { p_log_type: logType, p_event_time: time } = event;
  if (!rule.logTypes.includes(logType)) {
    const fix = `give it a record of ${rule.logTypes.join(" or ")}`;
    throw cannotAsk(`${rule.id} never sees this record, which is ${logType}`, fix);
  }
  const ask = (name: string, predicate: (event: never) => boolean): boolean => {
    const answer = called(rule, name, () => predicate(event as never));
    if (typeof answer === "boolean") return answer;
    throw new TypeError(`${name} of ${rule.id} must return true or false, but returned ${typeof answer}`);
  };
  if (!ask("detect", rule.detect)) return false;
  const running = (rule.exceptions ?? []).filter(
    ({ expires }) => time.getTime() < Date.parse(`${expires}T00:00:00Z`),
  );
  return !running.some(({ id, when }) => ask(`exceptions.${id}`, when));
}

function called(rule: Detection, name: string, call: () => unknown): unknown {
  try {
    return call();
  } catch (cause) {
    throw ruleFailure(rule, name, cause);
  }
}

function cannotAsk(message: string, fix: string): CaracalError {
  return new CaracalError({ code: "ARGUMENT_INVALID", message, fix });
}
