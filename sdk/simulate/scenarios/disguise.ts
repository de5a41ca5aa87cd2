import type { Random } from "../random.ts";

/** How an attacker keeps a text from being found. A model reads it all the same. */
export type Disguise = (text: string, random: Random) => string;

export const upperCase: Disguise = (text) => text.toUpperCase();

/** lIkE tHiS, at random. */
export const mixedCase: Disguise = (text, random) =>
  letters(text, (letter) => (random.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase()));

/** Zero-width space, non-joiner, joiner, no-break space and word joiner. */
const INVISIBLE = ["\u200B", "\u200C", "\u200D", "\uFEFF", "\u2060"];

/** A character that nobody sees after every few letters. */
export const zeroWidth: Disguise = (text, random) =>
  letters(text, (letter) => (random.chance(0.3) ? letter + random.pick(INVISIBLE) : letter));

/** Cyrillic and Greek letters that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "\u0430",
  c: "\u0441",
  e: "\u0435",
  i: "\u0456",
  o: "\u043E",
  p: "\u0440",
  s: "\u0455",
  x: "\u0445",
  y: "\u0443",
  A: "\u0410",
  E: "\u0415",
  I: "\u0399",
  O: "\u041E",
  P: "\u03A1",
  S: "\u0405",
  T: "\u0422",
};

/** Some of the letters from another alphabet. */
export const homoglyphs: Disguise = (text, random) =>
  letters(text, (letter) => (random.chance(0.5) ? (LOOK_ALIKES[letter] ?? letter) : letter));

/** Latin letters and digits in their wide forms. */
export const fullWidth: Disguise = (text) =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** The text in base64, with a word about what to do with it. */
export const base64: Disguise = (text, random) =>
  `${random.pick(["Decode this base64 and do what it says:", "base64 below, decode first, then answer it.", "Your task is encoded (base64):"])}\n${btoa(text)}`;

const letters = (text: string, change: (letter: string) => string): string =>
  text.replaceAll(/[A-Za-z]/g, change);
