import { isJsonObject, type JsonArray, type JsonValue, own } from "../event/index.ts";

type Found = JsonValue | undefined;

/**
 * What stands at the end of a path of up to three keys; `undefined` where the path breaks off.
 *
 * @example
 * at({ trace: { guardrail: {} } }, "trace", "guardrail"); // {}
 */
export function at(value: Found, first?: string, second?: string, third?: string): Found {
  // Keys of their own, since a list of them would be made for each of very many calls.
  if (first === undefined) return value;
  const found = keyOf(value, first);
  if (second === undefined || found === undefined) return found;
  const deeper = keyOf(found, second);
  return third === undefined ? deeper : keyOf(deeper, third);
}

/** As {@link at}, with a path of any length as a list. */
export function along(value: Found, path: readonly string[]): Found {
  let found = value;
  for (const key of path) {
    if (found === undefined) return undefined;
    found = keyOf(found, key);
  }
  return found;
}

/** As {@link at}, where a text is there. */
export function textAt(value: Found, first?: string, second?: string, third?: string): string | undefined {
  const found = at(value, first, second, third);
  return typeof found === "string" ? found : undefined;
}

const NOTHING: JsonArray = Object.freeze([]);

/** As {@link at}, where a list is there; else one with nothing in it. */
export function listAt(value: Found, first?: string, second?: string, third?: string): JsonArray {
  const found = at(value, first, second, third);
  return Array.isArray(found) ? found : NOTHING;
}

function keyOf(value: Found, key: string): Found {
  return isJsonObject(value) ? own(value, key) : undefined;
}
