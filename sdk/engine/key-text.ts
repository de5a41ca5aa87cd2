import type { Digest } from "../base/digest.ts";
import { ReturnError } from "./fault.ts";
import { beginningOf } from "./limits.ts";

/** How long a key may be before its digest stands for its end: keys are kept, and may come from a prompt. */
const LIMIT = 1_000;
const KEPT = 100;

/** What the text of a key of several parts begins with. */
const PARTS = "\u0000";
const BETWEEN = "\u0001";

/** A key as one text, unlike that of any other key; a text and a list of it alone are the same key. */
export function keyText(place: string, key: unknown, digest: Digest): string {
  if (typeof key === "string" && !key.startsWith(PARTS)) return shortened(key, digest);
  const parts: unknown = typeof key === "string" ? [key] : key;
  if (!isTexts(parts)) throw new ReturnError(place, "a text or a list of texts", key);
  const [only] = parts;
  const isOne = parts.length === 1 && only?.startsWith(PARTS) === false;
  return shortened(isOne ? only : `${PARTS}${joined(parts)}`, digest);
}

/** Parts as one text: put together with a character that none of them has, or as JSON, which is slower. */
function joined(parts: readonly string[]): string {
  return parts.some((part) => part.includes(BETWEEN)) ? JSON.stringify(parts) : BETWEEN + parts.join(BETWEEN);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

function shortened(text: string, digest: Digest): string {
  return text.length <= LIMIT ? text : `${beginningOf(text, KEPT)}… ${digest(text)}`;
}
