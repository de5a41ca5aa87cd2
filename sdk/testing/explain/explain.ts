import { type Duration, toMilliseconds } from "../../base/duration.ts";
import { compileRule } from "../../engine/compiled-rule.ts";
import type { AnyEvent } from "../../event/log-types.ts";
import { sha256 } from "../../event/sha256.ts";
import { isCorrelation } from "../../rule/correlation.ts";
import { type Organization, withOrganization } from "../../rule/organization.ts";
import type { Detection } from "../../rule/step.ts";
import { explainCorrelation } from "./explain-correlation.ts";
import { explainRule } from "./explain-rule.ts";
import { capped, fold, type Foldable } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { showLength, showTime } from "./show-value.ts";

/** What is to be explained. */
export interface Explained {
  readonly rule: Detection;
  /** Decoded events, frozen, in the order in which they came. */
  readonly events: readonly AnyEvent[];
  /** Whether nothing was to come, so that the reason for what came is asked for. Default: found out from what came. */
  readonly quiet?: boolean;
  /** How much later than others an event may come and still count. Default: `"15m"`. */
  readonly lateness?: Duration;
  /** What rules are told of the company. Default: nothing. */
  readonly organization?: Partial<Organization>;
}

/** Lines of an explanation. */
const LINES = 40;

/**
 * Why a rule raised what it raised, or nothing, in a text for the message of a failed test: which part of `detect` was
 * false and what it looked at, which fields were undefined, what each window held and what it lacked. It never throws.
 *
 * Parts of `detect` are told of modules that the plugin {@link explainRules} has gone through.
 *
 * @example
 * explain({ rule: errorSpike, events });
 * // AWS.Bedrock.ErrorSpike: 19 of 19 events matched, no alert
 * // group "111122223333:user/dana": 19 of 20 within 15m (09:00:00 … 09:03:00), 1 short
 */
export function explain({ organization = {}, ...explained }: Explained): string {
  return withOrganization(organization, () => explainSafely(explained));
}

function explainSafely({ rule, events, quiet, lateness = "15m" }: Explained): string {
  try {
    const { numbered, uncounted } = admitted(events, isOrdered(rule) ? toMilliseconds(lateness) : Infinity);
    const lines = isCorrelation(rule)
      ? explainCorrelation(rule, numbered, quiet)
      : explainRule(rule, numbered, quiet);
    return capped([...lines, ...fold(uncounted)], LINES).join("\n");
  } catch (thrown) {
    // A failed test must tell its own failure, whatever a rule does to those who look at it.
    return `no explanation: ${thrown instanceof Error ? thrown.message : "it threw"}`;
  }
}

/** Whether it cannot count what comes too late. */
function isOrdered(rule: Detection): boolean {
  return isCorrelation(rule) || compileRule(rule, sha256).ordered;
}

/** The events that count, and why the others do not: a log may deliver a record twice, or too late. */
function admitted(
  events: readonly AnyEvent[],
  lateness: number,
): { readonly numbered: readonly Numbered[]; readonly uncounted: readonly Foldable[] } {
  const first = new Map<string, number>();
  const numbered: Numbered[] = [];
  const uncounted: Foldable[] = [];
  let number = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const { p_row_id: row, p_log_type: logType } = event;
    const time = event.p_event_time.getTime();
    // A moment to which time has come has no log type, and is no event.
    if (logType !== "") number++;
    const known = first.get(row);
    const refuse = (like: string, why: string): void => {
      const line = `event ${number} (${showTime(time)}) ${why}, so it does not count`;
      if (logType !== "") uncounted.push({ like, lines: [line] });
    };
    if (known !== undefined) refuse("known", `is the same record as event ${known}`);
    else if (time < latest - lateness) refuse("late", `came ${showLength(latest - time)} late`);
    else numbered.push({ event, number });
    first.set(row, known ?? number);
    latest = Math.max(latest, time);
  }
  return { numbered, uncounted };
}
