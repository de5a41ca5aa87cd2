import type { JsonObject } from "../../sdk/base/json.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import type { Labels } from "../../sdk/simulate/labels.ts";
import { simulate, type SimulateOptions } from "../../sdk/simulate/simulate.ts";

/** Simulated records of both logs in time order, as a reader of the logs gets them. */
export interface SimulatedLog {
  readonly records: readonly JsonObject[];
  readonly labels: Labels;
}

/** The whole log of a simulation, with every scenario. */
export function simulatedLog(options: Omit<SimulateOptions, "digest">): SimulatedLog {
  const simulation = simulate({ ...options, digest: sha256 });
  const records = Array.from(
    simulation.records,
    ({ record }) => JSON.parse(JSON.stringify(record)) as JsonObject,
  );
  return { records, labels: simulation.labels() };
}
