import type { Seen, SeenObjects } from "./seen.ts";

/** So many objects without a key in common are a map, not a coincidence. */
const ENOUGH = 5;

/** Keys that nobody names a field: digits, a UUID, an IP or e-mail address, a path, an ARN. */
const DATA =
  /^(?:\d[\d.:_-]*|[0-9a-f]{8}-[0-9a-f-]{20,40}|[0-9a-f]{24,64}|[0-9a-f]*:[0-9a-f:.]+|.+[@/].*|arn:.+)$/is;

/** Whether objects are a map from data to data: none of their keys comes again, or all keys are data by their form. */
export function isMap({ filled, keys }: SeenObjects, fields: ReadonlyMap<string, Seen>): boolean {
  if (filled >= ENOUGH && keys === fields.size) return true;
  return fields.keys().every((key) => DATA.test(key));
}
