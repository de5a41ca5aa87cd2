import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";

/**
 * A record with what differs in it: objects are joined, everything else is replaced, also by `null`. Times become text.
 *
 * @param differs JSON, beside which it may hold dates and `undefined`, which changes nothing
 */
export function joinDiffers(record: JsonObject, differs: object): JsonObject {
  const joined = new Map<string, JsonValue | undefined>(Object.entries(record));
  for (const [key, value] of Object.entries(differs) as [string, unknown][])
    if (value !== undefined) joined.set(key, joinValue(joined.get(key), value));
  return Object.fromEntries(joined);
}

function joinValue(known: JsonValue | undefined, value: unknown): JsonValue {
  if (value instanceof Date) return timeText(value.getTime());
  if (Array.isArray(value)) return value.map((element) => joinValue(undefined, element));
  if (isJsonObject(value)) return joinDiffers(isJsonObject(known) ? known : {}, value);
  return value as JsonValue;
}

/** A time as AWS writes it: RFC 3339, UTC, with milliseconds only where there are some. */
export function timeText(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}
