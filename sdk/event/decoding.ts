import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { Marks } from "./indicators.ts";
import { kindOf, readBoolean, readFloat, readInteger, readString, type RANGES } from "./read-scalar.ts";
import { readTime, type TimeFormat } from "./read-time.ts";
import type { FieldIssue } from "./standard-fields.ts";

type Found = JsonValue | undefined;

/**
 * One record on its way to becoming an event. Generated decoders call a method for each field; what they find out on
 * the way (fields that do not fit, fields no schema knows, indicators, the event's time) collects here.
 *
 * Each reading method returns the value in the schema's type, or `undefined` when the field is absent, null, or of a
 * wrong type; the last is an entry in `issues`.
 */
export class Decoding {
  /** Fields that were left out; where elements of an array fail alike, once for all of them. */
  readonly issues: FieldIssue[] = [];
  /** Paths of the record that the schema does not know. */
  readonly unknown = new Set<string>();
  readonly marks: Marks = {};
  /** The first required field without a value, and what stands there: `missing`, `null`, `object`. */
  missing: { readonly path: string; readonly found: string } | undefined;
  /** The first event time in the schema's order. */
  time: Date | undefined;

  string(value: Found, path: string): string | undefined {
    if (typeof value === "string") return value;
    if (value === undefined || value === null) return undefined;
    return readString(value) ?? this.#wrong(value, path, "string");
  }

  integer(value: Found, path: string, type: keyof typeof RANGES): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const number = readInteger(value, type);
    if (number !== undefined) return number;
    const kind = kindOf(value);
    return this.#wrong(value, path, type, kind.endsWith("integer") ? `${kind} out of range` : kind);
  }

  float(value: Found, path: string): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    return readFloat(value) ?? this.#wrong(value, path, "float");
  }

  boolean(value: Found, path: string): boolean | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    return readBoolean(value) ?? this.#wrong(value, path, "boolean");
  }

  /** Tries the formats in order. */
  timestamp(value: Found, path: string, formats: readonly TimeFormat[]): Date | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    for (const format of formats) {
      const time = readTime(value, format);
      if (time !== undefined) return new Date(time);
    }
    return this.#wrong(value, path, `timestamp (${formats.join(", ")})`);
  }

  json(value: Found): JsonValue | undefined {
    return value === null ? undefined : value;
  }

  object<T>(value: Found, path: string, decode: (record: JsonObject, to: Decoding) => T): T | undefined {
    if (value === undefined || value === null) return undefined;
    return isJsonObject(value) ? decode(value, this) : this.#wrong(value, path, "object");
  }

  /** Elements that do not fit are left out. */
  array<T>(value: Found, path: string, decode: (element: Found) => T | undefined): readonly T[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#wrong(value, path, "array");
    const elements: T[] = [];
    for (const found of value as readonly JsonValue[]) {
      const element = decode(found);
      if (element !== undefined) elements.push(element);
    }
    return elements;
  }

  /** As {@link array}; one with nothing in it is absent. */
  filledArray<T>(
    value: Found,
    path: string,
    decode: (element: Found) => T | undefined,
  ): readonly T[] | undefined {
    const elements = this.array(value, path, decode);
    return elements?.length === 0 ? undefined : elements;
  }

  /** Says that a required field gave no value, whatever was there. */
  require(value: Found, path: string): void {
    this.missing ??= { path, found: value === undefined ? "missing" : kindOf(value) };
  }

  /** Notes the keys of an object that its schema does not know. */
  rest(record: JsonObject, known: ReadonlySet<string>, path: string): void {
    for (const key in record) if (!known.has(key)) this.unknown.add(path === "" ? key : `${path}.${key}`);
  }

  #wrong(value: Found, path: string, expected: string, found = kindOf(value)): undefined {
    if (this.issues.some((issue) => issue.path === path && issue.found === found)) return;
    this.issues.push({ path, expected, found });
  }
}

/** Reads a key that every JavaScript object answers to, such as `constructor`, only where the record has its own. */
export function own(record: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
