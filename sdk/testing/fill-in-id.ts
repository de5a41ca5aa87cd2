import type { JsonObject } from "../base/json.ts";

/** The fields by which AWS tells records apart, and another field that only records of that log have. */
const IDS = [
  { id: "requestId", beside: "modelId" },
  { id: "eventID", beside: "eventName" },
] as const;

/**
 * A record with the id that AWS would have given it, where the record says nothing of one: the same sample twice is two
 * records. One that is `null` is left as it is.
 *
 * @param number which record it is of its test
 */
export function fillInId(record: JsonObject, number: number): JsonObject {
  const missing = IDS.find(({ id, beside }) => Object.hasOwn(record, beside) && !Object.hasOwn(record, id));
  if (missing === undefined) return record;
  return { ...record, [missing.id]: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}` };
}
