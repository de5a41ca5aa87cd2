import { isJsonObject } from "../../sdk/base/json.ts";

/** A piece of a text that is so long is no accident. */
const PIECE = 24;

/** How much of a secret its name may show: what comes after must nowhere stand. */
const SHOWN = 7;

/** Finds out what a value shows of texts. */
export type LeakFinder = (value: unknown) => string[];

/**
 * Makes what looks for texts in all keys and texts of a value, in any case: any piece of 24 characters, a shorter one
 * whole and from its eighth character on, and the same in base64.
 */
export function leakFinder(planted: readonly string[]): LeakFinder {
  const pieces = new Set<string>();
  const whole = new Set<string>();
  for (const text of planted.flatMap(formsOf)) {
    for (const piece of piecesOf(text)) pieces.add(piece);
    for (const rest of [text, text.slice(SHOWN)])
      if (rest.length >= 8 && rest.length < PIECE) whole.add(rest);
  }
  return (value) =>
    textsIn(value).flatMap((text) => {
      const folded = text.toLowerCase();
      const found = [...piecesOf(folded)].find((piece) => pieces.has(piece));
      return [...(found === undefined ? [] : [found]), ...[...whole].filter((one) => folded.includes(one))];
    });
}

/** A text as it may stand somewhere; in base64 it looks otherwise at each of three places. Case does not count. */
function formsOf(text: string): string[] {
  const encoded = [0, 1, 2].map((skipped) =>
    Buffer.from(text)
      .subarray(skipped)
      .toString("base64")
      .replace(/.{0,2}=*$/, ""),
  );
  return [text, ...encoded.filter((one) => one.length >= PIECE)].map((one) => one.toLowerCase());
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at + PIECE <= text.length; at++) yield text.slice(at, at + PIECE);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]) : [];
}
