import { CaracalError } from "../base/caracal-error.ts";
import { type Duration, toMilliseconds } from "../base/duration.ts";
import type { JsonObject } from "../base/json.ts";
import type { Alert } from "../engine/alert.ts";
import { Engine } from "../engine/engine.ts";
import type { EngineCounts } from "../engine/engine-counts.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import type { AnyEvent, EventOf, LogTypeName } from "../event/log-types.ts";
import { recordDecoder } from "../event/record-decoder.ts";
import { sha256 } from "../event/sha256.ts";
import { rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { Detection } from "../rule/step.ts";
import { freezeEvent } from "./freeze-event.ts";

export interface ReplayOptions {
  /** How much later than others a record may come and still count. Default: `"15m"`, as on the command line. */
  readonly lateness?: Duration;
  /** Log types beside those that come with Caracal. */
  readonly logTypes?: readonly LogType[];
}

/** What came of a replay. */
export interface Replay {
  /** In the order in which they closed. */
  readonly alerts: readonly Alert[];
  readonly counts: EngineCounts;
}

/** When a replayed record counts as parsed: rules under test must not see the time of day. */
const PARSED = "2000-01-01T00:00:00Z";

/**
 * Takes raw log records through schema, rules, windows and alerts, with the same engine that runs in production.
 * Events are frozen: a rule that changes one makes a rule error.
 *
 * @param rules what is under test; rules that a correlation of them waits for run too, and their alerts are left out
 * @param records as the log has them, in any order within the lateness
 * @throws CaracalError for a record that no log type takes: a test's records must be real ones
 * @example
 * const { alerts } = await replay(errorSpike, records);
 * expect(alerts).toMatchObject([{ severity: "HIGH", eventCount: 20 }]);
 */
export async function replay(
  rules: Detection | readonly Detection[],
  records: Iterable<JsonObject>,
  { lateness = "15m", logTypes = [] }: ReplayOptions = {},
): Promise<Replay> {
  const given = Array.isArray(rules) ? (rules as readonly Detection[]) : [rules as Detection];
  const needed = given.filter(isCorrelation).flatMap(rulesNeeded);
  const engine = new Engine({
    rules: [...new Map([...needed, ...given].map((rule) => [rule.id, rule])).values()],
    digest: sha256,
    lateness: toMilliseconds(lateness),
  });
  const decode = decoder(logTypes);
  for (const record of records) engine.push(decode(record));
  const asked = new Set(given.map(({ id }) => id));
  const alerts = engine.finish().filter(({ ruleId }) => asked.has(ruleId));
  return { alerts, counts: engine.counts };
}

/**
 * One raw record as the event that rules see, frozen.
 *
 * @throws CaracalError when the record is not of that log type
 * @example
 * expect(rootUser.detect(eventOf("AWS.BedrockModelInvocation", record))).toBe(true);
 */
export function eventOf<Name extends LogTypeName>(
  name: Name,
  record: JsonObject,
  logTypes: readonly LogType[] = [],
): EventOf<Name> {
  const event = decoder(logTypes)(record);
  if (event.p_log_type === name) return event as EventOf<Name>;
  throw new CaracalError({
    code: "RECORD_NOT_CLASSIFIED",
    message: `the record is ${event.p_log_type}, not ${name}`,
  });
}

function decoder(logTypes: readonly LogType[]): (record: JsonObject) => AnyEvent {
  const decode = recordDecoder({
    logTypes: [...BUILT_IN_LOG_TYPES, ...logTypes],
    digest: sha256,
    clock: () => new Date(PARSED),
  });
  return (record) => {
    const decoded = decode(structuredClone(record));
    if (decoded.event === undefined) throw new CaracalError(decoded);
    return freezeEvent(decoded.event);
  };
}
