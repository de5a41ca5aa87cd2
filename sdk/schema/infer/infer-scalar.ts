import type { TimeFormat } from "../time-format.ts";
import type { InferredValue } from "./inferred.ts";
import { saysLabel, saysTime, saysVersion } from "./name-words.ts";
import type { SeenTexts } from "./seen-texts.ts";
import type { Seen, SeenNumbers } from "./seen.ts";
import { unixFormatOf } from "./time-shape.ts";

/**
 * The narrowest type that takes all texts, numbers and booleans which were seen under a name. Numbers written as text
 * stay text where the name or their form says that they are labels: an id, a postcode, `007`.
 */
export function inferScalar(name: string, seen: Seen): InferredValue {
  const { numbers, booleans } = seen;
  const texts = wordedTexts(seen);
  const timeFormats = timeFormatsOf(name, seen, texts);
  if (timeFormats.length > 0) return { type: "timestamp", timeFormats };
  const areBooleans = texts === undefined ? booleans > 0 : texts.areBooleans;
  if (areBooleans && numbers === undefined) return { type: "boolean" };
  const areNumbers = texts === undefined ? numbers !== undefined : areAmounts(name, numbers, texts);
  if (areNumbers && booleans === 0) return numberOf(numbers, texts);
  if (isRounded(numbers)) return { type: "json", notes: ["several types, and numbers too large to be text"] };
  if (numbers !== undefined || booleans > 0) return { type: "string" };
  return texts === undefined ? { type: "string", notes: ["always empty in the samples"] } : textOf(texts);
}

/** Whether texts are numbers that somebody may add or compare. Long ones are, where there are real numbers too. */
function areAmounts(name: string, numbers: SeenNumbers | undefined, texts: SeenTexts): boolean {
  const { areNumbers, hasLabel, hasLong } = texts;
  return areNumbers && !hasLabel && !saysLabel(name) && (!hasLong || numbers !== undefined);
}

/** Texts of which one at least is not empty. */
export function wordedTexts({ texts }: Seen): SeenTexts | undefined {
  return texts === undefined || texts.count === texts.blanks ? undefined : texts;
}

/** Every way in which a time was written; none where a value is no time. */
function timeFormatsOf(name: string, seen: Seen, texts: SeenTexts | undefined): readonly TimeFormat[] {
  if (seen.booleans > 0 || saysVersion(name)) return [];
  const numbers = [seen.numbers, texts?.areNumbers ? texts : undefined].filter((some) => some !== undefined);
  const written = texts === undefined || texts.areNumbers ? [] : texts.times;
  if (written === undefined || numbers.length === 0) return [...(written ?? [])].toSorted();
  const least = Math.min(...numbers.map((some) => some.least));
  const most = Math.max(...numbers.map((some) => some.most));
  const unix = saysTime(name) ? unixFormatOf(least, most) : undefined;
  return unix === undefined ? [] : [...[...written].toSorted(), unix];
}

function numberOf(numbers: SeenNumbers | undefined, texts: SeenTexts | undefined): InferredValue {
  if (numbers?.hasFraction || texts?.hasFraction) return { type: "float" };
  if (!numbers?.hasLong && !texts?.hasLong) return { type: "bigint" };
  // Panther's bigint goes on to 2^63.
  return { type: "bigint", notes: ["some are beyond 2^53: Caracal leaves those out rather than round them"] };
}

/** Whether a number may have lost digits, which a text must not. */
function isRounded(numbers: SeenNumbers | undefined): boolean {
  return numbers !== undefined && Math.max(-numbers.least, numbers.most) > Number.MAX_SAFE_INTEGER;
}

/** How often each word must have been seen for all of them to be a fixed choice. */
const OFTEN = 3;

function textOf({ guesses, words = new Map<string, number>() }: SeenTexts): InferredValue {
  const [guess] = guesses;
  if (guess !== undefined) return { type: "string", indicators: [guess.indicator] };
  const isChoice = words.size > 1 && [...words.values()].every((count) => count >= OFTEN);
  return { type: "string", ...(isChoice && { choice: [...words.keys()].toSorted() }) };
}
