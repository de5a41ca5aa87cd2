import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { parseJson } from "../base/parse-json.ts";
import type { Marks } from "./indicators.ts";
import { kindOf, readBoolean, readFloat, readInteger, readString, type RANGES } from "./read-scalar.ts";
import type { FieldIssue } from "./standard-fields.ts";
import type { TimeFormats } from "./time-formats.ts";

type Found = JsonValue | undefined;

/** Why a record is not of a log type: a field, what the schema asks of it, and what stands there. */
export interface Refusal {
  readonly path: string;
  readonly asked: "required" | "validate";
  /** Its kind, never its content: `missing`, `null`, `object`, `text`. */
  readonly found: string;
}

/** What a Go program writes for no time at all: the first moment of the year 1. */
const GO_ZERO = Date.parse("0001-01-01T00:00:00Z");

// Most records have neither; making a list and a map for each would take a tenth of the time.
const NO_ISSUES: readonly FieldIssue[] = [];
const NOTHING_UNKNOWN: ReadonlyMap<string, string> = new Map();

/**
 * One record on its way to becoming an event. Generated decoders call a method for each field; what they find out on
 * the way (fields that do not fit, fields no schema knows, indicators, the event's time) collects here.
 *
 * Each reading method takes the value and its key, and returns the value in the schema's type, or `undefined` when
 * the field is absent, null, or of a wrong type; the last is an entry in `issues`. An array's elements have the key
 * `[]`.
 */
export class Decoding {
  /** Fields that were left out; where elements of an array fail alike, once for all of them. */
  issues: readonly FieldIssue[] = NO_ISSUES;
  /** Paths of the record that the schema does not know, and the kind of what stands there first. */
  unknown: ReadonlyMap<string, string> = NOTHING_UNKNOWN;
  readonly marks: Marks = {};
  /** The first reason why the record is not of this log type. */
  refusal: Refusal | undefined;
  /** The first event time in the schema's order. */
  time: Date | undefined;
  /** The keys that lead to the object or array that is being read. */
  readonly #path: string[] = [];

  string(value: Found, key: string): string | undefined {
    if (typeof value === "string") return value;
    if (value === undefined || value === null) return undefined;
    return readString(value) ?? this.#wrong(value, key, "string");
  }

  integer(value: Found, key: string, type: keyof typeof RANGES): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const number = readInteger(value, type);
    if (number !== undefined) return number;
    const kind = kindOf(value);
    return this.#wrong(value, key, type, kind.endsWith("integer") ? `${kind} out of range` : kind);
  }

  float(value: Found, key: string): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    return readFloat(value) ?? this.#wrong(value, key, "float");
  }

  boolean(value: Found, key: string): boolean | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    return readBoolean(value) ?? this.#wrong(value, key, "boolean");
  }

  timestamp(value: Found, key: string, formats: TimeFormats): Date | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const time = formats.read(value);
    return time === undefined ? this.#wrong(value, key, `timestamp (${formats.names})`) : new Date(time);
  }

  json(value: Found): JsonValue | undefined {
    return value === null ? undefined : value;
  }

  object<T>(value: Found, key: string, decode: (record: JsonObject, to: Decoding) => T): T | undefined {
    if (value === undefined || value === null) return undefined;
    if (!isJsonObject(value)) return this.#wrong(value, key, "object");
    this.#path.push(key);
    const object = decode(value, this);
    this.#path.pop();
    return object;
  }

  /** Elements that do not fit are left out. */
  array<T>(value: Found, key: string, decode: (element: Found) => T | undefined): readonly T[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#wrong(value, key, "array");
    this.#path.push(key);
    const elements: T[] = [];
    for (const found of value as readonly JsonValue[]) {
      const element = decode(found);
      if (element !== undefined) elements.push(element);
    }
    this.#path.pop();
    return elements;
  }

  /** As {@link array}; one with nothing in it is absent. */
  filledArray<T>(
    value: Found,
    key: string,
    decode: (element: Found) => T | undefined,
  ): readonly T[] | undefined {
    const elements = this.array(value, key, decode);
    return elements?.length === 0 ? undefined : elements;
  }

  /** The value that a text of JSON stands for; one that is no text stands for itself. */
  embedded(value: Found, key: string): Found {
    if (typeof value !== "string") return value;
    if (value === "") return undefined;
    try {
      return parseJson(value);
    } catch {
      return this.#wrong(value, key, "text of JSON");
    }
  }

  /** A text that has to pass a check for the record to be of this log type. */
  valid<T extends string>(
    text: string | undefined,
    key: string,
    check: (text: string) => text is T,
  ): T | undefined {
    if (text === undefined || check(text)) return text;
    this.refusal ??= { path: this.#pathOf(key), asked: "validate", found: kindOf(text) };
    return undefined;
  }

  /** Says when it happened, unless an earlier field has said so. */
  happened(time: Date): void {
    if (time.getTime() !== GO_ZERO) this.time ??= time;
  }

  /** Says that a required field gave no value, whatever was there. */
  require(value: Found, key: string): void {
    const found = value === undefined ? "missing" : kindOf(value);
    this.refusal ??= { path: this.#pathOf(key), asked: "required", found };
  }

  /** Notes the keys of an object that its schema does not know. */
  rest(record: JsonObject, known: ReadonlySet<string>): void {
    for (const key in record) if (!known.has(key)) this.#note(key, record[key]);
  }

  #note(key: string, value: Found): void {
    const path = this.#pathOf(key);
    if (this.unknown.has(path)) return;
    if (this.unknown === NOTHING_UNKNOWN) this.unknown = new Map();
    (this.unknown as Map<string, string>).set(path, kindOf(value));
  }

  #wrong(value: Found, key: string, expected: string, found = kindOf(value)): undefined {
    const path = this.#pathOf(key);
    if (this.issues.some((issue) => issue.path === path && issue.found === found)) return;
    this.issues = [...this.issues, { path, expected, found }];
  }

  #pathOf(key: string): string {
    let path = "";
    for (const part of [...this.#path, key]) path += path === "" || part === "[]" ? part : `.${part}`;
    return path;
  }
}

/** Reads a key that every JavaScript object answers to, such as `constructor`, only where the record has its own. */
export function own(record: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
