import type { Digest } from "../base/digest.ts";
import { ReturnError } from "./fault.ts";
import { beginningOf } from "./limits.ts";

/** How long a key may be before its digest stands for its end: keys are kept, and may come from a prompt. */
const LIMIT = 1_000;
const KEPT = 100;

/** What the text of a key of several parts begins with. */
const PARTS = "\u0000";
const BETWEEN = "\u0001";
const PAIR = "\u0002";

/** A key as one text, unlike that of any other key; a text and a list of it alone are the same key. */
export function keyText(place: string, key: unknown, digest: Digest): string {
  if (typeof key === "string" && !key.startsWith(PARTS)) return shortened(key, digest);
  const parts: unknown = typeof key === "string" ? [key] : key;
  if (!isTexts(parts)) throw new ReturnError(place, "a text or a list of texts", key);
  const [only] = parts;
  const isOne = parts.length === 1 && only?.startsWith(PARTS) === false;
  return shortened(isOne ? only : `${PARTS}${joined(parts)}`, digest);
}

/** Two texts of keys as one, unlike that of any other two. */
export function pairText(one: string, other: string, digest: Digest): string {
  const isPlain = !one.includes(PAIR) && !other.includes(PAIR);
  return shortened(isPlain ? PAIR + one + PAIR + other : PARTS + JSON.stringify([one, other]), digest);
}

/** The parts of a key of several; nothing of any other key, or of one that was too long to be kept whole. */
export function partsOfKey(text: string): readonly string[] | undefined {
  return text.startsWith(PARTS) ? parted(text.slice(PARTS.length), BETWEEN) : undefined;
}

/** The two keys of a pair, as far as they were kept. */
export function partsOfPair(text: string): readonly string[] | undefined {
  return parted(text.startsWith(PARTS) ? text.slice(PARTS.length) : text, PAIR);
}

/** Parts as one text: put together with a character that none of them has, or as JSON, which is slower. */
function joined(parts: readonly string[]): string {
  for (const part of parts) if (part.includes(BETWEEN)) return JSON.stringify(parts);
  return BETWEEN + parts.join(BETWEEN);
}

function parted(text: string, between: string): readonly string[] | undefined {
  if (text.startsWith(between)) return text.slice(between.length).split(between);
  try {
    return JSON.parse(text) as string[];
  } catch {
    // Its end is a digest.
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

function shortened(text: string, digest: Digest): string {
  return text.length <= LIMIT ? text : `${beginningOf(text, KEPT)}… ${digest(text)}`;
}
