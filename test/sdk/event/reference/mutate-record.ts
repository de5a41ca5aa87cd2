import { isJsonObject, type JsonObject, type JsonValue } from "../../../../sdk/base/json.ts";
import type { Random } from "../../../../sdk/simulate/random.ts";
import { ODD_VALUES } from "./odd-values.ts";

/** A place in a record: an object or array, and a key of it. */
interface Place {
  readonly holder: Record<string, JsonValue>;
  readonly key: string;
}

type Mutate = (place: Place, random: Random, places: readonly Place[]) => void;

const HOSTILE_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "prototype",
  "",
  "[]",
  "a.b",
  "p_row_id",
  "p_log_type",
];

const MUTATIONS: readonly Mutate[] = [
  ({ holder, key }) => Reflect.deleteProperty(holder, key),
  ({ holder, key }, random) => set(holder, key, copied(random.pick(ODD_VALUES))),
  ({ holder, key }) => set(holder, key, retyped(holder[key])),
  ({ holder, key }, random) => set(holder, random.pick(HOSTILE_KEYS), copied(holder[key])),
  ({ holder, key }, random) => set(holder, `${key}${random.int(1, 9)}`, copied(holder[key])),
  ({ holder, key }, random, places) => {
    const other = random.pick(places);
    const [one, two] = [copied(holder[key]), copied(other.holder[other.key])];
    set(holder, key, two);
    set(other.holder, other.key, one);
  },
  ({ holder, key }, random) => {
    let value = copied(holder[key]);
    for (let depth = random.chance(0.01) ? 1_000 : 3; depth > 0; depth--)
      value = random.chance(0.5) ? [value] : { a: value };
    set(holder, key, value);
  },
  ({ holder, key }, random) =>
    set(
      holder,
      key,
      random.pick(["x", "1", ":", "arn:", "[", "a@"]).repeat(random.chance(0.01) ? 50_000 : 300),
    ),
];

/** A record made from the text of another: some of its values are changed, and its text may have lost a bit. */
export function mutateRecord(text: string, random: Random): JsonObject {
  const record = JSON.parse(text) as JsonObject;
  for (let count = random.int(1, 3); count > 0; count--) {
    const places = placesIn(record);
    if (places.length > 0) random.pick(MUTATIONS)(random.pick(places), random, places);
  }
  return random.chance(0.1) ? flipped(record, random) : record;
}

function placesIn(value: JsonValue | undefined, places: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return places;
  const holder = value as Record<string, JsonValue>;
  for (const key of Object.keys(holder)) {
    places.push({ holder, key });
    placesIn(holder[key], places);
  }
  return places;
}

/** Assigned, `__proto__` would set the prototype. */
function set(holder: object, key: string, value: JsonValue | undefined): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function copied(value: JsonValue | undefined): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null)) as JsonValue;
}

/** A number as text, text as a number, anything else in text of JSON. */
function retyped(value: JsonValue | undefined): JsonValue {
  if (typeof value === "string") return Number(value) || value.length;
  return JSON.stringify(value ?? null);
}

/** The record with one bit of its text changed, if that is still a record. */
function flipped(record: JsonObject, random: Random): JsonObject {
  const text = JSON.stringify(record);
  const at = random.int(0, text.length - 1);
  const character = String.fromCharCode(text.charCodeAt(at) ^ (1 << random.int(0, 6)));
  try {
    const value: unknown = JSON.parse(text.slice(0, at) + character + text.slice(at + 1));
    return isJsonObject(value) ? value : record;
  } catch {
    return record;
  }
}
