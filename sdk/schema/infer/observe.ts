import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from "../../base/json.ts";
import { type KeySets, seeKeys } from "./record-kinds.ts";
import { nothingSeen, type Seen, type SeenArrays, type SeenNumbers, type SeenObjects } from "./seen.ts";
import { isLongInteger, noTexts, seeText } from "./seen-texts.ts";

/** Keys of one object from which on it is taken for a map: a person would not write them out (Panther's limit). */
const MOST_KEYS = 200;

/** Keys of the records themselves: what more there are is left out. */
const MOST_RECORD_KEYS = 2_000;

/** The longest key that is a name, in characters. */
const LONGEST_KEY = 200;

/** Objects and arrays within each other; what is deeper is not looked into. */
const MOST_LEVELS = 32;

/** Places of all records together: as many as a schema may have fields. Where they are more, the first ones count. */
const MOST_PLACES = 10_000;

/** What was seen in a number of records. */
export interface Observation {
  /** The records themselves. */
  readonly records: { count: number; readonly fields: Map<string, Seen> };
  readonly keySets: KeySets;
  /** Whether the records have keys that were left out: too many, too long, or empty. */
  hasOtherKeys: boolean;
  /** How many more places there may be. */
  room: number;
}

export function newObservation(): Observation {
  return {
    records: { count: 0, fields: new Map() },
    keySets: new Map(),
    hasOtherKeys: false,
    room: MOST_PLACES,
  };
}

/** Adds a record to what was seen. */
export function observe(record: JsonObject, to: Observation): void {
  const { records } = to;
  records.count++;
  const keys = Object.keys(record);
  seeKeys(keys, to.keySets);
  for (const key of keys) {
    const seen = fieldOf(key, records.fields, MOST_RECORD_KEYS, to);
    if (seen === undefined) to.hasOtherKeys = true;
    else see(record[key] as JsonValue, key, seen, 1, to);
  }
}

/** @param name the field that the value is in, by itself or in an array */
function see(value: JsonValue, name: string, seen: Seen, level: number, to: Observation): void {
  if (typeof value === "string") seeText(value, (seen.texts ??= noTexts(name)));
  else if (typeof value === "number") seeNumber(value, seen);
  else if (typeof value === "boolean") seen.booleans++;
  else if (value === null) seen.nulls++;
  else if (level > MOST_LEVELS) seen.opaque++;
  else if (isJsonObject(value)) seeObject(value, seen, level, to);
  else seeArray(value, name, seen, level, to);
}

function seeNumber(value: number, seen: Seen): void {
  if (!Number.isFinite(value)) {
    seen.opaque++;
    return;
  }
  const numbers = (seen.numbers ??= noNumbers());
  numbers.count++;
  const isLong = isLongInteger(value);
  numbers.hasFraction ||= !isLong && !Number.isSafeInteger(value);
  numbers.hasLong ||= isLong;
  numbers.least = Math.min(numbers.least, value);
  numbers.most = Math.max(numbers.most, value);
}

function noNumbers(): SeenNumbers {
  return {
    count: 0,
    hasFraction: false,
    hasLong: false,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
  };
}

function seeObject(value: JsonObject, seen: Seen, level: number, to: Observation): void {
  const objects = (seen.objects ??= { count: 0, filled: 0, keys: 0, fields: new Map() });
  objects.count++;
  const keys = Object.keys(value);
  if (keys.length > 0) objects.filled++;
  objects.keys += keys.length;
  for (const key of keys) {
    if (objects.fields === undefined) return;
    const field = fieldOf(key, objects.fields, MOST_KEYS, to);
    if (field === undefined) close(objects, to);
    else see(value[key] as JsonValue, key, field, level + 1, to);
  }
}

function seeArray(value: JsonArray, name: string, seen: Seen, level: number, to: Observation): void {
  const arrays: SeenArrays = (seen.arrays ??= { count: 0, element: nothingSeen() });
  arrays.count++;
  for (const element of value) see(element, name, arrays.element, level + 1, to);
}

/** What was seen under a key; `undefined` where there is no room for it. */
function fieldOf(key: string, fields: Map<string, Seen>, most: number, to: Observation): Seen | undefined {
  const known = fields.get(key);
  if (known !== undefined) return known;
  if (fields.size >= most || key === "" || key.length > LONGEST_KEY || to.room === 0) return undefined;
  const seen = nothingSeen();
  fields.set(key, seen);
  to.room--;
  return seen;
}

/** Forgets the fields of what has turned out to be a map. */
function close(objects: SeenObjects, to: Observation): void {
  for (const field of objects.fields?.values() ?? []) to.room += 1 + placesBelow(field);
  objects.fields = undefined;
}

function placesBelow({ objects, arrays }: Seen): number {
  let places = arrays === undefined ? 0 : placesBelow(arrays.element);
  for (const field of objects?.fields?.values() ?? []) places += 1 + placesBelow(field);
  return places;
}
