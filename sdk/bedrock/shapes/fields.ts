import { isJsonObject, type JsonArray, type JsonObject, type JsonValue, own } from "../../event/index.ts";

/** What a field can be, and its type once it was looked at. */
interface Kinds {
  readonly text: string;
  readonly number: number;
  readonly boolean: boolean;
  /** Elements of any kind: look before you read. */
  readonly list: JsonArray;
  /** Anything: look before you read. */
  readonly json: JsonValue;
}

/** The fields of an object, each with what it should be. */
export interface Fields {
  readonly [name: string]: keyof Kinds | Fields;
}

/** Those fields of an untrusted object that are what they should be. An editor shows each with its own type. */
export type Reading<F> = F extends infer Shown
  ? {
      readonly [Name in keyof Shown]?: Shown[Name] extends keyof Kinds
        ? Kinds[Shown[Name]]
        : Reading<Shown[Name]>;
    }
  : never;

/**
 * Takes from an object the fields that are what they should be; others are left out. The work is bounded by the
 * fields asked for, however large the object: lists are not looked into.
 *
 * @example
 * readFields({ prompt: "text", max_gen_len: "number" }, { prompt: "Hello", max_gen_len: "64" }); // { prompt: "Hello" }
 */
export function readFields<F extends Fields>(fields: F, object: JsonObject): Reading<F> {
  const reading: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = own(object, name);
    if (typeof kind === "string") {
      if (value !== undefined && isOfKind(value, kind)) reading[name] = value;
    } else if (isJsonObject(value)) reading[name] = readFields(kind, value);
  }
  return Object.freeze(reading) as Reading<F>;
}

function isOfKind(value: JsonValue, kind: keyof Kinds): boolean {
  if (kind === "json") return true;
  if (kind === "list") return Array.isArray(value);
  return typeof value === (kind === "text" ? "string" : kind);
}
