import { BUILT_IN_LOG_TYPES } from "../../../sdk/event/built-in-log-types.ts";
import type { AnyEvent } from "../../../sdk/event/log-types.ts";
import { recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { type Labels, type LifeRecord, simulate, type SimulateOptions } from "../../../sdk/simulate/index.ts";

export const DAY = 86_400_000;
export const START = Date.parse("2026-08-03T00:00:00Z");

/** Logs that were read to their end. */
export interface Life {
  readonly records: readonly LifeRecord[];
  readonly labels: Labels;
  readonly unplaced: readonly string[];
}

export function lifeOf(options: Partial<SimulateOptions>): Life {
  const simulation = simulate({ seed: 1, digest: sha256, ...options });
  const records = [...simulation.records];
  return { records, labels: simulation.labels(), unplaced: simulation.unplaced };
}

const decode = recordDecoder({ logTypes: BUILT_IN_LOG_TYPES, digest: sha256, clock: () => new Date(0) });

/** A record as whoever reads the log's line sees it. */
export function eventOf({ record }: LifeRecord): AnyEvent {
  const decoded = decode(JSON.parse(JSON.stringify(record)));
  if (decoded.event === undefined) throw new Error(decoded.message);
  return decoded.event;
}
