import type { JsonObject } from "../base/json.ts";
import { parseJson } from "../base/parse-json.ts";
import type { LineFields } from "../event/line-decoder.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { type RecordDecoderOptions, recordDecoder } from "../event/record-decoder.ts";
import { cloudTrailDetail } from "../sources/containers.ts";

/** A record as it is kept: its text, or the fields of its line; and what its event had beside those. */
export type KeptRecord = ({ readonly raw: string } | LineFields) & {
  /** Its source. */
  readonly path: string;
  /** The event's time, in milliseconds since 1970. */
  readonly time: number;
  /** When it was parsed, in milliseconds since 1970. */
  readonly parsed: number;
};

/** Makes what makes an event again, equal to what it was; `undefined` of a record that its schema no longer takes. */
export function eventRemaker(options: RecordDecoderOptions): (kept: KeptRecord) => AnyEvent | undefined {
  const decode = recordDecoder(options);
  const decoders = new Map(
    options.logTypes.map((logType) => [logType.name, recordDecoder({ ...options, logTypes: [logType] })]),
  );
  return (kept) => {
    const file = { path: kept.path };
    const { event } =
      "raw" in kept
        ? decode(recordIn(kept.raw), file)
        : (decoders.get(kept.logType) ?? decode)(kept.record, file);
    return event && { ...event, p_event_time: new Date(kept.time), p_parse_time: new Date(kept.parsed) };
  };
}

function recordIn(raw: string): JsonObject {
  const value = parseJson(raw) as JsonObject;
  return cloudTrailDetail(value) ?? value;
}
