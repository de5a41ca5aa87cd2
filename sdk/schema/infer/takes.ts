import type { ValueSchema } from "../field-schema.ts";
import type { TimeFormat } from "../time-format.ts";
import { wordedTexts } from "./infer-scalar.ts";
import { countOf, type Seen } from "./seen.ts";
import { isCovered, isRecognised } from "./time-shape.ts";

/** Where the range of each integer type ends. Panther's `bigint` has 64 bits. */
const ENDS = { smallint: 2 ** 15, int: 2 ** 31, bigint: 2 ** 63 } as const;

/** Whether a schema's type takes all values that were seen at a place; what is in objects and arrays apart. */
export function takes(value: ValueSchema, seen: Seen): boolean {
  switch (value.type) {
    case "json":
    case "ref":
      return true;
    case "object":
      return seen.objects?.count === countOf(seen);
    case "array":
      return seen.arrays?.count === countOf(seen);
    default:
      return (
        seen.objects === undefined &&
        seen.arrays === undefined &&
        seen.opaque === 0 &&
        takesScalars(value, rangeOf(seen), seen)
      );
  }
}

/** What the numbers among the values are, as numbers and as text; `areAll` where there is nothing else. */
interface Range {
  readonly areAll: boolean;
  readonly areIntegers: boolean;
  readonly least: number;
  readonly most: number;
}

function rangeOf(seen: Seen): Range {
  const texts = wordedTexts(seen);
  const areAll = seen.booleans === 0 && texts?.areNumbers !== false;
  const some = [seen.numbers, texts].filter((one) => one !== undefined);
  return {
    areAll,
    areIntegers: areAll && !some.some(({ hasFraction }) => hasFraction),
    least: Math.min(...some.map(({ least }) => least)),
    most: Math.max(...some.map(({ most }) => most)),
  };
}

function takesScalars(value: ValueSchema, range: Range, seen: Seen): boolean {
  const { areAll, areIntegers, least, most } = range;
  switch (value.type) {
    case "float":
      return areAll;
    case "smallint":
    case "int":
    case "bigint":
      return areIntegers && least >= -ENDS[value.type] && most < ENDS[value.type];
    case "boolean":
      return areIntegers ? least >= 0 && most <= 1 : areFlags(seen);
    case "timestamp":
      return areTimes(range, seen, value.timeFormats);
    default:
      return true;
  }
}

function areFlags(seen: Seen): boolean {
  return seen.numbers === undefined && wordedTexts(seen)?.areBooleans !== false;
}

function areTimes({ areAll }: Range, seen: Seen, formats: readonly TimeFormat[]): boolean {
  const texts = wordedTexts(seen);
  const takesNumbers = formats.some((format) => format.startsWith("unix"));
  if (seen.booleans > 0 || (seen.numbers !== undefined && !takesNumbers)) return false;
  if (texts === undefined || (areAll && takesNumbers)) return true;
  // What else a pattern takes is not known here.
  if (!formats.every(isRecognised)) return true;
  return texts.times !== undefined && [...texts.times].every((format) => isCovered(format, formats));
}
