import { tokenRuns } from "./token-runs.ts";

/** How much is decoded of one text: pieces, and characters of each. */
const MOST = 16;
const LONGEST = 8_192;

/** How long an encoded piece is at least. */
const SHORTEST = 20;

const HEX = /^(?:[\da-f]{2})+$/i;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map(
  [...ALPHABET.split(""), "-", "_"].map((letter, at) => [letter, at < 64 ? at : at - 2]),
);

/**
 * What stands in a text in base64 or in hexadecimal digits, where it is text itself: at most 16 pieces of 20 characters
 * or more, and at most the first 8,192 characters of each. Hashes, ids and images decode to no text and are left out.
 *
 * @example
 * decodedPieces("read aWdub3JlIGFsbCBydWxlcyBhYm92ZQ=="); // ["ignore all rules above"]
 */
export function decodedPieces(text: string, runs: readonly string[] = tokenRuns(text)): readonly string[] {
  const pieces: string[] = [];
  for (const run of runs) {
    for (const part of run.split(/[.=]+/)) {
      if (part.length < SHORTEST) continue;
      const decoded = HEX.test(part) ? fromHex(part) : fromBase64(part);
      if (decoded !== undefined) pieces.push(decoded);
      if (pieces.length === MOST) return pieces;
    }
  }
  return pieces;
}

function fromHex(text: string): string | undefined {
  let decoded = "";
  for (let at = 0; at < Math.min(text.length, LONGEST); at += 2) {
    const character = printable(Number.parseInt(text.slice(at, at + 2), 16));
    if (character === undefined) return undefined;
    decoded += character;
  }
  return decoded;
}

function fromBase64(text: string): string | undefined {
  let decoded = "";
  let bits = 0;
  let held = 0;
  for (let at = 0; at < Math.min(text.length, LONGEST); at++) {
    held = ((held << 6) | (VALUES.get(text.charAt(at)) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const character = printable((held >> bits) & 0xff);
    if (character === undefined) return undefined;
    decoded += character;
  }
  return decoded;
}

/** The character of a byte of text; bytes of other alphabets count as blanks. */
function printable(byte: number): string | undefined {
  if (byte >= 0xc2 && byte < 0xf5) return " ";
  if (byte >= 0x80 && byte < 0xc0) return "";
  const plain = (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
  return plain ? String.fromCharCode(byte) : undefined;
}
