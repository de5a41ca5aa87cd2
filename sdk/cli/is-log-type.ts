import type { LogType } from "../event/log-type.ts";

/** Whether a value that a module exports is a log type. */
export function isLogType(value: unknown): value is LogType {
  return (
    typeof value === "object" &&
    value !== null &&
    "decode" in value &&
    "name" in value &&
    typeof value.decode === "function"
  );
}
