import type { JsonValue } from "../base/json.ts";

/** The range of each integer type. A `bigint` ends where a number stops being exact. */
export const RANGES = {
  smallint: [-32_768, 32_767],
  int: [-2_147_483_648, 2_147_483_647],
  bigint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
} as const;

const BOOLEANS = new Map<JsonValue, boolean>();
for (const yes of [true, 1, "1", "t", "T", "true", "TRUE", "True"]) BOOLEANS.set(yes, true);
for (const no of [false, 0, "0", "f", "F", "false", "FALSE", "False"]) BOOLEANS.set(no, false);

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** Text as it is; a number or a boolean as its text, unless the number lost digits when the JSON was parsed. */
export function readString(value: JsonValue): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "boolean" || (typeof value === "number" && !isRounded(value))
    ? String(value)
    : undefined;
}

/** An integer in the range of its type, or text of one. */
export function readInteger(value: JsonValue, type: keyof typeof RANGES): number | undefined {
  const number = typeof value === "string" && INTEGER.test(value) ? Number(value) : value;
  const [least, most] = RANGES[type];
  return Number.isInteger(number) && (number as number) >= least && (number as number) <= most
    ? (number as number)
    : undefined;
}

/** A number, or text of a decimal one. */
export function readFloat(value: JsonValue): number | undefined {
  const number = typeof value === "string" && FLOAT.test(value) ? Number(value) : value;
  return Number.isFinite(number) ? (number as number) : undefined;
}

/** A boolean, or what Panther takes for one: 1, 0, t, f, T, F, true, false and so on, as text or number. */
export function readBoolean(value: JsonValue): boolean | undefined {
  return BOOLEANS.get(value);
}

/** What a value is, for messages: its kind, never its content. */
export function kindOf(value: JsonValue | undefined): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") {
    if (isRounded(value)) return "integer beyond 2^53";
    return Number.isInteger(value) ? "integer" : "float";
  }
  if (typeof value !== "string") return typeof value;
  if (value === "") return "empty text";
  if (!INTEGER.test(value)) return "text";
  // What was a number in the record's JSON comes as text here, because a number would have lost digits.
  return Number.isSafeInteger(Number(value)) ? "text of an integer" : "integer beyond 2^53";
}

function isRounded(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
