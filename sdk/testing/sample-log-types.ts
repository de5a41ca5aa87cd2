import type { JsonObject } from "../base/json.ts";
import type { LogType } from "../event/log-type.ts";

const known = new WeakMap<JsonObject, LogType>();

/** Remembers of which log type a sample is, so that nobody needs to name it where the sample is used. */
export function rememberLogType(record: JsonObject, logType: LogType): JsonObject {
  known.set(record, logType);
  return record;
}

/** The log type that a sample was made of. */
export function logTypeOfSample(record: JsonObject): LogType | undefined {
  return known.get(record);
}
