import type { ValueSchema } from "./field-schema.ts";

/** Where the keys of the language belong that do not belong everywhere. */
const HOMES: readonly (readonly [where: string, keys: string])[] = [
  ["at the top of the schema's own file", "schema version referenceURL fieldDiscoveryEnabled parser"],
  ["at the top of the schema or its overlay", "definitions"],
  ["at the top of an overlay", "identity"],
  ["to fields, not to an array's element or a definition", "name required rename copy concat split mask"],
  ["to string fields", "indicators validate"],
  ["to timestamps", "timeFormats timeFormat isEventTime isExpiration"],
  ["to objects", "fields"],
  ["to arrays", "element"],
  ["to refs", "target"],
  ["to objects, arrays and json", "isEmbeddedJSON"],
  ["below validate", "allow deny ip cidr"],
  ["below rename, copy or split", "from"],
  ["below concat", "paths"],
  ["below concat or split", "separator"],
  ["below split", "index"],
  ["to a mask of type redact", "to"],
  ["to a mask of type hash", "algorithm salt"],
  ["below parser", "csv fastmatch regex"],
  ["below the parser's name", "skipPrefix emptyValues trimSpace expandFields"],
  ["below csv", "delimiter hasHeader columns"],
  ["below fastmatch or regex", "match"],
  ["below regex", "patternDefinitions"],
];

const homes = new Map(HOMES.flatMap(([where, keys]) => keys.split(" ").map((key) => [key, where])));

/** Every key of the schema language. */
export const KEYS: readonly string[] = [...homes.keys(), "type", "description"];

/** Where a key of the language belongs: `to string fields`. */
export function homeOf(key: string): string | undefined {
  return homes.get(key);
}

const TYPES = {
  "to string fields": "string",
  "to timestamps": "timestamp",
  "to objects": "object",
  "to arrays": "array",
  "to refs": "ref",
} as const satisfies Record<string, ValueSchema["type"]>;

/** The only type whose values have a key, if there is just one. */
export function typeWith(key: string): ValueSchema["type"] | undefined {
  return (TYPES as Partial<Record<string, ValueSchema["type"]>>)[homes.get(key) ?? ""];
}
