import isEqual from "lodash/isEqual.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";

/**
 * How a record differs from an ordinary one, so that the two joined give it again: what is other, at any depth, and
 * `null` for what is not there.
 */
export function differs(record: JsonObject, ordinary: JsonObject): JsonObject {
  const kept = Object.entries(record).flatMap(([key, value]): [string, JsonValue][] => {
    const usual = Object.hasOwn(ordinary, key) ? ordinary[key] : undefined;
    if (value === undefined || isEqual(value, usual)) return [];
    return [[key, isJsonObject(value) && isJsonObject(usual) ? differs(value, usual) : value]];
  });
  const gone = Object.entries(ordinary).filter(
    ([key, usual]) => !Object.hasOwn(record, key) && usual !== null,
  );
  return Object.fromEntries([...kept, ...gone.map(([key]): [string, null] => [key, null])]);
}
