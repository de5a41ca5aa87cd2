import type { JsonObject } from "caracal";
import type { Decoding, LogType, StandardFields } from "caracal/event";
import { timeFormats } from "caracal/event";

/** A log type of one's own, whose times are numbers. */
export interface DoorLog extends StandardFields {
  readonly p_log_type: "Test.DoorLog";
  readonly door: string;
  readonly opening: { readonly at: Date; readonly by?: string };
}

declare module "caracal/log-types" {
  interface LogTypes {
    "Test.DoorLog": DoorLog;
  }
}

/** Reads times in seconds since 1970. */
export const doorLog: LogType<DoorLog> = doorLogWith("unix");

/** The same log with times in another format. */
export function doorLogWith(
  format: "unix" | "unix_ms" | "unix_us" | "unix_ns" | "rfc3339" | "%d.%m.%Y %H:%M:%S",
) {
  const formats = timeFormats(format);
  const opening = (record: JsonObject, to: Decoding) => {
    const at = to.timestamp(record["at"], "at", formats);
    if (at === undefined) to.require(record["at"], "at");
    else to.happened(at);
    const by = to.string(record["by"], "by");
    return { at: at ?? new Date(0), ...(by !== undefined && { by }) };
  };
  const logType: LogType<DoorLog> = {
    name: "Test.DoorLog",
    keys: ["door", "opening"],
    decode: (record, to) => ({
      door: to.string(record["door"], "door") ?? "",
      opening: to.object(record["opening"], "opening", opening) ?? { at: new Date(0) },
    }),
    schema: () => {
      throw new Error("nobody asks for it");
    },
  };
  return logType;
}
