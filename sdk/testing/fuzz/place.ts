import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";

/** The keys that lead to a value in a record; those of lists are numbers as text. */
export type Place = readonly string[];

type Found = JsonValue | undefined;

/** Whether a key is one of a list. */
export function isIndex(key: string): boolean {
  return /^\d{1,4}$/.test(key);
}

/** What stands at a place; `undefined` where the way breaks off. */
export function valueAt(value: Found, place: Place): Found {
  let found = value;
  for (const key of place) {
    const holder: object = typeof found === "object" && found !== null ? found : {};
    found = Object.hasOwn(holder, key) ? (holder as JsonObject)[key] : undefined;
  }
  return found;
}

/**
 * A copy of a value with another one at a place; `undefined` removes what is there. Objects and lists on the way are
 * made where there are none.
 */
export function withValue(holder: Found, place: Place, value: Found): Found {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  const next = withValue(valueAt(holder, [key]), rest, value);
  if (next === undefined) return without(holder, key);
  if (Array.isArray(holder) || (!isJsonObject(holder) && isIndex(key))) {
    const elements: readonly JsonValue[] = Array.isArray(holder) ? (holder as readonly JsonValue[]) : [];
    if (!isIndex(key)) return elements;
    return Number(key) < elements.length ? elements.with(Number(key), next) : [...elements, next];
  }
  return { ...(isJsonObject(holder) && holder), [key]: next };
}

function without(holder: Found, key: string): Found {
  if (Array.isArray(holder))
    return (holder as readonly JsonValue[]).filter((_, index) => String(index) !== key);
  if (!isJsonObject(holder)) return holder;
  const { [key]: _, ...rest } = holder;
  return rest;
}

/** The places of all that a value holds, the outer before the inner. */
export function placesIn(value: Found, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const inner = [...place, key];
    return [inner, ...placesIn((value as JsonObject)[key], inner)];
  });
}
