import { CaracalError } from "../base/caracal-error.ts";
import type { JsonObject } from "../base/json.ts";
import type { LogType } from "../event/log-type.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { Detection } from "../rule/step.ts";
import { noteRun } from "./note-run.ts";
import { RecordReader } from "./record-reader.ts";
import { type Replay, type ReplayOptions, runEvents } from "./run-events.ts";

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
  options: ReplayOptions = {},
): Promise<Replay> {
  const reader = new RecordReader(options.logTypes);
  const run = runEvents(
    rules,
    Array.from(records, (record) => reader.read(record)),
    options,
  );
  noteRun(run);
  return run;
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
  const event = new RecordReader(logTypes).read(record);
  if (event.p_log_type === name) return event as EventOf<Name>;
  throw new CaracalError({
    code: "RECORD_NOT_CLASSIFIED",
    message: `the record is ${event.p_log_type}, not ${name}`,
  });
}
