import type { SeenTexts } from "./seen-texts.ts";

/**
 * What was seen at one place of the records, such as `identity.arn`: counters and small sets, never the values, so
 * that a hundred records take the room of a million. Nothing in it depends on the order of the records.
 */
export interface Seen {
  nulls: number;
  booleans: number;
  /** Values that no schema can look into: nested too deeply, or a number too large to be one. */
  opaque: number;
  texts: SeenTexts | undefined;
  numbers: SeenNumbers | undefined;
  objects: SeenObjects | undefined;
  arrays: SeenArrays | undefined;
}

export interface SeenNumbers {
  count: number;
  /** Whether one had a fraction, or was beyond 64 bits. */
  hasFraction: boolean;
  /** Whether one was an integer between 2^53 and 2^63, which has lost digits when its JSON was parsed. */
  hasLong: boolean;
  least: number;
  most: number;
}

export interface SeenObjects {
  count: number;
  /** Those that had a key. */
  filled: number;
  /** Keys of all of them together. */
  keys: number;
  /** By key; `undefined` once there were too many. */
  fields: Map<string, Seen> | undefined;
}

export interface SeenArrays {
  count: number;
  readonly element: Seen;
}

export function nothingSeen(): Seen {
  return {
    nulls: 0,
    booleans: 0,
    opaque: 0,
    texts: undefined,
    numbers: undefined,
    objects: undefined,
    arrays: undefined,
  };
}

/** Values at a place that are not null. */
export function countOf({ booleans, opaque, texts, numbers, objects, arrays }: Seen): number {
  return (
    booleans +
    opaque +
    (texts?.count ?? 0) +
    (numbers?.count ?? 0) +
    (objects?.count ?? 0) +
    (arrays?.count ?? 0)
  );
}
