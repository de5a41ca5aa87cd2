import { latinised } from "./homoglyphs.ts";

/** No text of Latin-1 has one: the engine knows without a look at it, so most texts cost nothing. */
const WIDE = /[\u0100-\uffff]/;

/** What is worth the work: what is not seen, letters that look like others, and forms of letters. */
const SUSPECT =
  /[\u0100-\u058f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u1d00-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u209f\u2100-\u214f\u2460-\u24ff\u3164\ua730-\ua7ff\ud835\udb40\ufb00-\uffef]/;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

const MARKS = /[\u0300-\u036f]/g;

/** Tags of Unicode, each of which stands for a character of ASCII and is not shown. */
const TAGS = /[\u{e0020}-\u{e007e}]{4,}/gu;

/**
 * Takes from a text what hides it from a search: characters that nobody sees, letters of other alphabets and forms that
 * look like Latin ones, accents, letters that JSON escapes. Case and white space stay. What was written in tags, which
 * models read and people do not see, is added at the end.
 *
 * @example
 * cleanText("i\u200bgn\u043ere"); // "ignore"
 */
export function cleanText(text: string): string {
  const seen = text.includes("\\u00") || text.includes("\\n") ? unescaped(text) : text;
  if (!WIDE.test(seen)) return seen.includes("\u00ad") ? seen.replaceAll("\u00ad", "") : seen;
  if (!SUSPECT.test(seen)) return seen;
  const hidden = seen.includes("\udb40") ? tagged(seen) : "";
  return latinised(seen.replace(INVISIBLE, "").normalize("NFKD").replace(MARKS, "")) + hidden;
}

/** Reads the escapes of JSON inside a text that stand for characters of ASCII and for line breaks. */
function unescaped(text: string): string {
  return text
    .replace(/\\u00([2-7][\da-f])/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\[nrt]/g, " ");
}

function tagged(text: string): string {
  const found = text.match(TAGS) ?? [];
  return found.map((tags) => `\n${Array.from(tags, plain).join("")}`).join("");
}

const plain = (tag: string): string => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000);
