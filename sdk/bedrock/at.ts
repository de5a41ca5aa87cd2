import { isJsonObject, type JsonArray, type JsonValue, own } from "../event/index.ts";

type Found = JsonValue | undefined;

/**
 * What stands at the end of a path of keys; `undefined` where the path breaks off.
 *
 * @example
 * at({ trace: { guardrail: {} } }, "trace", "guardrail"); // {}
 */
export function at(value: Found, ...path: readonly string[]): Found {
  let found = value;
  for (const key of path) found = isJsonObject(found) ? own(found, key) : undefined;
  return found;
}

/** As {@link at}, where a text is there. */
export function textAt(value: Found, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" ? found : undefined;
}

/** As {@link at}, where a list is there; else one with nothing in it. */
export function listAt(value: Found, ...path: readonly string[]): JsonArray {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}
