import { cleanText } from "./clean-text.ts";
import { latinised } from "./homoglyphs.ts";

/** Letters that stand alone, at least six in a row; where there are such, three in a row are a word too. */
const SPACED = /(?<![a-z0-9])(?:[a-z][ .*_-]){5}[a-z]/;
const SPACED_WORD = /(?<![a-z0-9])(?:[a-z][ .*_-]){2,}[a-z](?![a-z0-9])/g;

/** A word of letters and the digits that look like some. */
const LEET = /[a-z0-9@$]{4,24}/g;
const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/**
 * A text as a search should see it: what hides it is gone (characters that nobody sees, letters of other alphabets that
 * look like Latin ones, accents), in lower case, with single spaces, and with plain quotes. Words written letter by letter
 * are put together. The time is linear in the text.
 *
 * @example
 * foldText("I\u200bGNORE  аll"); // "ignore all", whose first a was Cyrillic
 * foldText("i g n o r e this"); // "ignore this"
 */
export function foldText(text: string): string {
  const clean = cleanText(text);
  const lower = (/[^\0-\x7f]/.test(clean) ? plain(clean) : clean).toLowerCase();
  const joined = SPACED.test(lower)
    ? lower.replace(SPACED_WORD, (letters) => letters.replace(/[ .*_-]/g, ""))
    : lower;
  return joined.replace(/\s+/g, " ");
}

function plain(text: string): string {
  return latinised(text.normalize("NFKD").replace(/[\u0300-\u036f]/g, ""));
}

/**
 * A folded text in which the digits and signs that stand for letters are those letters, in words that have both.
 *
 * @example
 * withoutLeet("1gn0re the 17 rul3s"); // "ignore the 17 rules"
 */
export function withoutLeet(folded: string): string {
  return folded.replace(LEET, (word) =>
    /[a-z]/.test(word) ? word.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign) : word,
  );
}
