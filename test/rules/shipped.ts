import { join } from "node:path";
import type { JsonObject } from "../../sdk/base/json.ts";
import { loadRules } from "../../sdk/cli/load-rules.ts";
import type { Alert } from "../../sdk/engine/alert.ts";
import { Engine } from "../../sdk/engine/engine.ts";
import { BUILT_IN_LOG_TYPES } from "../../sdk/event/built-in-log-types.ts";
import type { AnyEvent } from "../../sdk/event/log-types.ts";
import { recordDecoder } from "../../sdk/event/record-decoder.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import type { Detection } from "../../sdk/rule/step.ts";
import type { LifeRecord } from "../../sdk/simulate/index.ts";
import { REPOSITORY } from "../sdk/cli/caracal.ts";

/** Events between two looks at what is due. */
const TURN = 1_024;

/** Every rule and correlation of the packs. */
export async function shippedDetections(): Promise<readonly Detection[]> {
  const { rules, issues } = await loadRules(join(REPOSITORY, "rules"), BUILT_IN_LOG_TYPES);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return rules;
}

/**
 * The events of records, read as `caracal run` reads them.
 *
 * @throws Error for a record that is none
 */
export function eventsOf(records: readonly JsonObject[]): AnyEvent[] {
  return records.map(eventReader());
}

/** The events of simulated records, made as they are asked for. */
export function eventsIn(records: Iterable<LifeRecord>): Iterable<AnyEvent> {
  const read = eventReader();
  return Iterator.from(records).map(({ record }) => read(JSON.parse(JSON.stringify(record)) as JsonObject));
}

function eventReader(): (record: JsonObject) => AnyEvent {
  const parsed = new Date("2026-09-01T00:00:00Z");
  const decode = recordDecoder({ logTypes: BUILT_IN_LOG_TYPES, digest: sha256, clock: () => parsed });
  return (record) => {
    const decoded = decode(record);
    if (decoded.event === undefined) throw new Error(`${decoded.message}: ${JSON.stringify(record)}`);
    return decoded.event;
  };
}

/** The alerts that rules raise over events in time order. */
export function alertsOf(rules: readonly Detection[], events: Iterable<AnyEvent>): Alert[] {
  const engine = new Engine({ rules, digest: sha256, lateness: 15 * 60_000 });
  const alerts: Alert[] = [];
  let waiting = 0;
  for (const event of events) {
    engine.push(event);
    if (++waiting % TURN === 0) alerts.push(...engine.turn());
  }
  return [...alerts, ...engine.finish()];
}

/** Whether an alert tells that a function of a rule failed. */
export function isFaulty({ type, faults }: Alert): boolean {
  return type === "RULE_ERROR" || faults.length > 0;
}
