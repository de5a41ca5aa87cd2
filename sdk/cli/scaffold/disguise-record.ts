import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";
import { isAwsWord } from "./aws-words.ts";
import type { TextDisguise } from "./disguise-text.ts";
import { type FieldSchema, fieldsOf } from "./top-fields.ts";

/** Numbers over this may be those of a card or a telephone; those below are counts of tokens. */
const MOST_OF_AWS = 999_999;

/** In other logs a fraction may be a place on the map, and a number with more digits a PIN. */
const MOST_OF_OTHERS = 9_999;

/** What is known of a record's fields. */
export interface KnownFields {
  readonly schema: FieldSchema;
  /** Paths of the record that its schema does not know. */
  readonly unknown: ReadonlyMap<string, string>;
  /** Whether AWS writes the log. */
  readonly isOfAws: boolean;
}

/**
 * A record with the same form that tells nothing of whom it came from. Free JSON, which is where prompts and answers
 * are, and fields that the schema does not know are left out. Words that AWS, or the schema, chooses from stay, as do truth
 * values and small numbers. All else is made up.
 */
export function disguiseRecord(record: JsonObject, known: KnownFields, disguise: TextDisguise): JsonObject {
  return disguiseObject(record, { ...known, disguise, path: "" });
}

interface Place extends Omit<KnownFields, "schema"> {
  /** Absent below a field that has another name in events. */
  readonly schema: FieldSchema | undefined;
  readonly disguise: TextDisguise;
  /** With a dot behind it, unless it is the record itself. */
  readonly path: string;
}

function disguiseObject(record: JsonObject, place: Place): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(record)) {
    const path = `${place.path}${name}`;
    if (value === undefined || value === null || place.unknown.has(path)) continue;
    const schema = place.schema && elementOf(fieldsOf(place.schema).get(name));
    const made = disguiseValue(value, name, { ...place, schema, path });
    if (made !== undefined) kept.push([name, made]);
  }
  return Object.fromEntries(kept);
}

/** @returns `undefined` for what is left out: an object whose fields the schema does not name */
function disguiseValue(value: JsonValue, name: string, place: Place): JsonValue | undefined {
  if (typeof value === "string") return keepsText(name, value, place) ? value : place.disguise.text(value);
  if (typeof value === "number") return keepsNumber(value, place) ? value : place.disguise.number(value);
  if (typeof value === "boolean" || value === null) return value;
  if (isJsonObject(value)) {
    if (place.schema === undefined || fieldsOf(place.schema).size === 0) return undefined;
    return disguiseObject(value, { ...place, path: `${place.path}.` });
  }
  return value
    .map((item) => disguiseValue(item, name, { ...place, path: `${place.path}[]` }))
    .filter((item) => item !== undefined);
}

/** What the items of an array are, or the value itself. */
function elementOf(schema: FieldSchema | undefined): FieldSchema | undefined {
  return schema?.items === undefined ? schema : elementOf(schema.items);
}

/** Of AWS's own logs what AWS chooses, of others what the schema lists: all else may be somebody's. */
function keepsText(name: string, value: string, { isOfAws, schema }: Place): boolean {
  return isOfAws ? isAwsWord(name, value) : schema?.enum?.includes(value) === true;
}

function keepsNumber(value: number, { isOfAws }: Place): boolean {
  if (isOfAws) return Math.abs(value) <= MOST_OF_AWS;
  return Number.isInteger(value) && Math.abs(value) <= MOST_OF_OTHERS;
}
