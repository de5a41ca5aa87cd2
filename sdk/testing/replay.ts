import { CaracalError } from "../base/caracal-error.ts";
import type { JsonObject } from "../base/json.ts";
import type { LogType } from "../event/log-type.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { Detection } from "../rule/step.ts";
import { noteRun } from "./note-run.ts";
import { RecordReader } from "./record-reader.ts";
import { type Replay, type ReplayOptions, type Run, runEvents } from "./run-events.ts";

/**
 * Takes raw log records through schema, rules, windows and alerts, with the same engine that runs in production.
 * Events are frozen: a rule that changes one makes a rule error. The replay is a case of its rules once the test looks at
 * its alerts or counts, with an expectation or by reading them.
 *
 * @param rules what is under test; rules that a correlation of them waits for run too, and their alerts are left out
 * @param records one or several, as the log has them, in any order within the lateness
 * @throws CaracalError for a record that no log type takes: a test's records must be real ones; `ARGUMENT_INVALID` for
 *   what is no record
 * @example
 * const { alerts } = await replay(errorSpike, records);
 * expect(alerts).toMatchObject([{ severity: "HIGH", eventCount: 20 }]);
 */
export async function replay(
  rules: Detection | readonly Detection[],
  records: JsonObject | Iterable<JsonObject>,
  options: ReplayOptions = {},
): Promise<Replay> {
  const reader = new RecordReader(options.logTypes);
  const events = Array.from(listOf(records), (record) => reader.read(record));
  return notedWhenRead(runEvents(rules, events, options));
}

/** One record is a list of one; what is neither is refused where it is read. */
function listOf(records: JsonObject | Iterable<JsonObject>): Iterable<JsonObject> {
  const isList = typeof records === "object" && records !== null && Symbol.iterator in records;
  return isList ? records : [records];
}

/** A run that is noted as a case once somebody looks at what came of it: to replay records alone claims nothing. */
function notedWhenRead(run: Run): Run {
  let isNoted = false;
  const note = (): Run => {
    if (!isNoted) noteRun(run);
    isNoted = true;
    return run;
  };
  return {
    ...run,
    get alerts() {
      return note().alerts;
    },
    get counts() {
      return note().counts;
    },
  };
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
