import { toMilliseconds, type Duration } from "../base/duration.ts";
import type { Alert } from "../engine/alert.ts";
import { Engine } from "../engine/engine.ts";
import type { EngineCounts } from "../engine/engine-counts.ts";
import type { LogType } from "../event/log-type.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { sha256 } from "../event/sha256.ts";
import { rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { type Organization, withOrganization } from "../rule/organization.ts";
import type { Detection } from "../rule/step.ts";

/** How records reach rules in a test. */
export interface ReplayOptions {
  /** How much later than others a record may come and still count. Default: `"15m"`, as on the command line. */
  readonly lateness?: Duration;
  /** Log types beside those that come with Caracal and those of samples. */
  readonly logTypes?: readonly LogType[];
  /** What rules are told of the company; the project's configuration has no say in tests. Default: nothing. */
  readonly organization?: Partial<Organization>;
}

/** What came of records. */
export interface Replay {
  /** The rules under test, without those that only correlations of them need. */
  readonly rules: readonly Detection[];
  /** What the rules saw, frozen, in the order in which it came. */
  readonly events: readonly AnyEvent[];
  /** In the order in which they closed. */
  readonly alerts: readonly Alert[];
  readonly counts: EngineCounts;
}

/** A replay, and how it came to it. */
export interface Run extends Replay {
  /** Events and ticks, in the order in which they came. */
  readonly arrived: readonly AnyEvent[];
  /** How much later than others a record may have come and counted. */
  readonly lateness: Duration;
  /** What rules were told of the company. */
  readonly organization: Partial<Organization>;
}

/** The log type of what stands for a moment at which time has come but no record has. No rule is over it. */
const CLOCK = "";

/**
 * What the engine sees of a moment to which time has come: in a log, the record of something else.
 *
 * @param number tells it from others of its run, also those of the same moment
 */
export function tick(time: number, number: number): AnyEvent {
  const now = new Date(time);
  return { p_log_type: CLOCK, p_row_id: `clock ${number}`, p_event_time: now, p_parse_time: now };
}

/**
 * Runs events through rules to alerts, with the engine that runs in production. A rule that is switched off runs too: it
 * is under test.
 *
 * @param arrived events and {@link tick ticks}, in the order in which they come
 */
export function runEvents(
  rules: Detection | readonly Detection[],
  arrived: readonly AnyEvent[],
  { lateness = "15m", organization = {} }: Omit<ReplayOptions, "logTypes"> = {},
): Run {
  const given = Array.isArray(rules) ? (rules as readonly Detection[]) : [rules as Detection];
  const all = new Map(
    [...given.filter(isCorrelation).flatMap(rulesNeeded), ...given].map((rule) => [rule.id, rule]),
  );
  const engine = new Engine({
    rules: [...all.values()].map((rule) => (rule.enabled === false ? { ...rule, enabled: true } : rule)),
    digest: sha256,
    lateness: toMilliseconds(lateness),
  });
  const raised = withOrganization(organization, () => {
    for (const event of arrived) engine.push(event);
    return engine.finish();
  });
  const asked = new Set(given.map(({ id }) => id));
  const alerts = raised.filter(({ ruleId }) => asked.has(ruleId));
  const events = arrived.filter(({ p_log_type }) => p_log_type !== CLOCK);
  return { rules: given, events, alerts, counts: engine.counts, arrived, lateness, organization };
}
