import { isIP } from "node:net";
import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";
import type { FieldTree } from "../../event/field-tree.ts";
import type { TextDisguise } from "./disguise-text.ts";

/** Fields, without case and `_`, whose values are words that the software that logs chooses from, and nobody's own. */
export const WORD_FIELDS: ReadonlySet<string> = new Set(
  "action apiversion awsregion category errorcode event eventcategory eventname eventsource eventtype eventversion inferenceregion inputcontenttype kind latency level method operation outcome outputcontenttype protocol region result schematype schemaversion severity status tlsversion type verb".split(
    " ",
  ),
);

/** A word, or a few joined: `ConsoleLogin`, `bedrock.amazonaws.com`, `application/json`, `eu-central-1`, `1.11`. */
const WORD = /^(?=.{1,64}$)(?!.*\d{4})[A-Za-z0-9]+(?:[._:/-][A-Za-z0-9]+)*$/;

/** A model as Bedrock names it: `us.anthropic.claude-opus-4-20250514-v1:0`. */
const MODEL = /^(?:[a-z-]{2,7}\.)?[a-z0-9]{2,12}\.[a-z][a-z0-9.-]{1,63}(?::\d{1,2}){0,2}(?::\d{1,4}k)?$/;

/** What is known of a record's fields. */
export interface KnownFields {
  readonly tree: FieldTree;
  /** Paths of the record that its schema does not know. */
  readonly unknown: ReadonlyMap<string, string>;
  /** The texts that top-level fields can be, where the schema lists them. */
  readonly listed?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * A record with the same form that tells nothing of whom it came from. Free JSON, which is where prompts and answers
 * are, and fields that the schema does not know are left out. Words that the logging software chooses from stay, as do
 * truth values and small numbers. All else is made up.
 */
export function disguiseRecord(record: JsonObject, known: KnownFields, disguise: TextDisguise): JsonObject {
  return disguiseObject(record, { ...known, disguise, path: "" });
}

interface Place extends Omit<KnownFields, "tree"> {
  /** Absent below a field that has another name in events. */
  readonly tree: FieldTree | undefined;
  readonly disguise: TextDisguise;
  /** With a dot behind it, unless it is the record itself. */
  readonly path: string;
}

function disguiseObject(record: JsonObject, place: Place): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(record)) {
    const path = `${place.path}${name}`;
    if (value === undefined || value === null || place.unknown.has(path)) continue;
    const tree = place.tree?.get(name)?.fields;
    const made = disguiseValue(value, name, { ...place, tree, path });
    if (made !== undefined) kept.push([name, made]);
  }
  return Object.fromEntries(kept);
}

/** @returns `undefined` for what is left out: an object whose fields the schema does not name */
function disguiseValue(value: JsonValue, name: string, place: Place): JsonValue | undefined {
  if (typeof value === "string") return keeps(name, value, place) ? value : place.disguise.text(value);
  if (typeof value === "number") return place.disguise.number(value);
  if (typeof value === "boolean" || value === null) return value;
  if (isJsonObject(value)) {
    if (place.tree === undefined || place.tree.size === 0) return undefined;
    return disguiseObject(value, { ...place, path: `${place.path}.` });
  }
  return value
    .map((item) => disguiseValue(item, name, { ...place, path: `${place.path}[]` }))
    .filter((item) => item !== undefined);
}

/** Whether the values of a field are words, by its name. */
export function isWordField(name: string): boolean {
  return WORD_FIELDS.has(name.replaceAll("_", "").toLowerCase());
}

function keeps(name: string, value: string, { listed, path }: Place): boolean {
  if (listed !== undefined && Object.hasOwn(listed, path)) return true;
  if (name === "modelId" && MODEL.test(value)) return true;
  return isWordField(name) && WORD.test(value) && isIP(value) === 0;
}
