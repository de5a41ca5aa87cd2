import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { parseRfc3339 } from "./rfc3339.ts";
import type { Marks } from "./indicators.ts";
import type { FieldIssue } from "./standard-fields.ts";

type Found = JsonValue | undefined;

/** The range of each integer type. A `bigint` ends where a number stops being exact. */
const RANGES = {
  smallint: [-32_768, 32_767],
  int: [-2_147_483_648, 2_147_483_647],
  bigint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
} as const;

const UNIX = { unix: 1_000, unix_ms: 1, unix_us: 1 / 1_000, unix_ns: 1 / 1_000_000 } as const;

const BOOLEANS = new Map<Found, boolean>();
for (const yes of [true, 1, "1", "t", "T", "true", "TRUE", "True"]) BOOLEANS.set(yes, true);
for (const no of [false, 0, "0", "f", "F", "false", "FALSE", "False"]) BOOLEANS.set(no, false);

/**
 * One record on its way to becoming an event. Generated decoders call a method for each field; what they find out on
 * the way (fields that do not fit, fields no schema knows, indicators, the event's time) collects here.
 *
 * Each reading method returns the value in the schema's type, or `undefined` when the field is absent, null, or of a
 * wrong type; the last is an entry in `issues`.
 */
export class Decoding {
  /** Fields that were left out. */
  readonly issues: FieldIssue[] = [];
  /** Paths of the record that the schema does not know. */
  readonly unknown: string[] = [];
  readonly marks: Marks = new Map();
  /** Required fields that are missing, or of a wrong type. */
  readonly missing: string[] = [];
  /** The first event time in the schema's order. */
  time: Date | undefined;

  string(value: Found, path: string): string | undefined {
    if (typeof value === "string") return value;
    if (value === undefined || value === null) return undefined;
    if (typeof value === "boolean" || (typeof value === "number" && !isRounded(value))) return String(value);
    return this.#wrong(value, path, "string");
  }

  integer(value: Found, path: string, type: keyof typeof RANGES): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const number = typeof value === "string" && /^[+-]?\d+$/.test(value) ? Number(value) : value;
    const [least, most] = RANGES[type];
    if (typeof number === "number" && Number.isInteger(number) && number >= least && number <= most)
      return number;
    return this.#wrong(value, path, type);
  }

  float(value: Found, path: string): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const number = typeof value === "string" && value.trim() === value ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    return this.#wrong(value, path, "float");
  }

  boolean(value: Found, path: string): boolean | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    return BOOLEANS.get(value) ?? this.#wrong(value, path, "boolean");
  }

  /** Tries the formats in order. */
  timestamp(
    value: Found,
    path: string,
    formats: readonly ("rfc3339" | keyof typeof UNIX)[],
  ): Date | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    for (const format of formats) {
      const time = format === "rfc3339" ? rfc3339(value) : unix(value, UNIX[format]);
      if (time !== undefined) return new Date(time);
    }
    return this.#wrong(value, path, `timestamp (${formats.join(", ")})`);
  }

  json(value: Found): JsonValue | undefined {
    return value === null ? undefined : value;
  }

  object<T>(
    value: Found,
    path: string,
    decode: (record: JsonObject, to: Decoding, path: string) => T,
  ): T | undefined {
    if (value === undefined || value === null) return undefined;
    return isJsonObject(value) ? decode(value, this, path) : this.#wrong(value, path, "object");
  }

  /** Elements that do not fit are left out; an array with nothing in it is absent. */
  array<T>(
    value: Found,
    path: string,
    decode: (element: Found, to: Decoding, path: string) => T | undefined,
  ): readonly T[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#wrong(value, path, "array");
    const elements = value
      .map((element: JsonValue) => decode(element, this, `${path}[]`))
      .filter((e) => e !== undefined);
    return elements.length === 0 ? undefined : elements;
  }

  /** Says that a required field has no value, whether or not it was there. */
  require(path: string): void {
    this.missing.push(path);
  }

  /** Notes the keys of an object that its schema does not know. */
  rest(record: JsonObject, known: ReadonlySet<string>, path: string): void {
    for (const key in record) if (!known.has(key)) this.unknown.push(path === "" ? key : `${path}.${key}`);
  }

  #wrong(value: Found, path: string, expected: string): undefined {
    this.issues.push({ path, expected, found: kindOf(value) });
  }
}

/** Reads a key that every JavaScript object answers to, such as `constructor`, only where the record has its own. */
export function own(record: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether a number may have lost digits already when the JSON was parsed. */
function isRounded(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

function rfc3339(value: JsonValue): number | undefined {
  return typeof value === "string" ? parseRfc3339(value) : undefined;
}

function unix(value: JsonValue, factor: number): number | undefined {
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== "number") return undefined;
  const time = Math.floor(number * factor);
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}

function kindOf(value: Found): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number")
    return isRounded(value) ? "integer beyond 2^53" : Number.isInteger(value) ? "integer" : "float";
  if (typeof value === "string") return "text";
  return typeof value;
}
