import type { JsonValue } from "../../../../sdk/base/json.ts";
import { timeReader } from "../../../../sdk/event/read-time.ts";
import type { ValueSchema } from "../../../../sdk/schema/field-schema.ts";

/** A value of a type that has no parts. */
export type Scalar = Exclude<ValueSchema, { readonly type: "object" | "array" | "json" | "ref" }>;

const INTEGER = /^[+-]?[0-9]+$/;

/** The least and the most of each integer type; a `bigint` ends where a number stops being exact. */
const RANGES = {
  smallint: [-(2n ** 15n), 2n ** 15n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 53n) + 1n, 2n ** 53n - 1n],
} as const;

/** What a value is in a schema's type; `undefined` where it does not fit. */
export function referenceScalar(
  schema: Scalar,
  value: JsonValue,
): string | number | boolean | Date | undefined {
  switch (schema.type) {
    case "string":
      return textOf(value);
    case "float":
      return floatOf(value);
    case "boolean":
      return booleanOf(value);
    case "timestamp":
      return schema.timeFormats
        .map((format) => timeReader(format)(value))
        .filter((time) => time !== undefined)
        .map((time) => new Date(time))[0];
    default:
      return integerOf(value, RANGES[schema.type]);
  }
}

/** What a message says that the schema asks for. */
export function expectedOf(schema: Scalar): string {
  return schema.type === "timestamp" ? `timestamp (${schema.timeFormats.join(", ")})` : schema.type;
}

/** What a message says that is there. */
export function foundOf(schema: Scalar, value: JsonValue): string {
  const kind = kindOf(value);
  return schema.type in RANGES && kind.endsWith("integer") ? `${kind} out of range` : kind;
}

/** A scalar as text, unless it is a number that lost digits. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "number" && isRounded(value)) return undefined;
  return typeof value === "object" || value === undefined ? undefined : String(value);
}

export function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value === "") return "empty text";
  if (typeof value === "string") {
    if (!INTEGER.test(value)) return "text";
    return isRounded(Number(value)) ? "integer beyond 2^53" : "text of an integer";
  }
  if (typeof value !== "number") return typeof value;
  if (isRounded(value)) return "integer beyond 2^53";
  return value % 1 === 0 ? "integer" : "float";
}

/** 1e400 is infinite when it is parsed. */
function isRounded(value: number): boolean {
  return Math.abs(value) === Infinity || (value % 1 === 0 && Math.abs(value) >= 2 ** 53);
}

function integerOf(value: JsonValue, [least, most]: readonly [bigint, bigint]): number | undefined {
  const isWhole =
    typeof value === "number" ? value % 1 === 0 : typeof value === "string" && INTEGER.test(value);
  if (!isWhole) return undefined;
  const exact = BigInt(value as string | number);
  return exact >= least && exact <= most ? Number(exact) : undefined;
}

function floatOf(value: JsonValue): number | undefined {
  const isNumeric = typeof value === "number" || (typeof value === "string" && /^[0-9eE.+-]+$/.test(value));
  return isNumeric && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function booleanOf(value: JsonValue): boolean | undefined {
  if (typeof value === "object") return undefined;
  if (["1", "t", "T", "true", "TRUE", "True"].includes(String(value))) return true;
  return ["0", "f", "F", "false", "FALSE", "False"].includes(String(value)) ? false : undefined;
}
