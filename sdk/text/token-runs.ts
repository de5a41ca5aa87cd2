import { bytesOf } from "./bytes-of.ts";

/** Characters that keys, tokens and encoded texts are made of. */
const TOKEN = new Uint8Array(256);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.")
  TOKEN[letter.charCodeAt(0)] = 1;

/** How long a run has to be; every key that can be told from a word is at least as long. */
const LENGTH = 20;

/** How many runs are looked at in a text. */
const MOST = 2_000;

/**
 * The runs of at least twenty characters of keys, tokens or encoded texts: few texts have one. Only each twentieth
 * character is looked at, and what surrounds it where it could be in a run.
 *
 * @example
 * tokenRuns("the key is AKIA2222333344445555, ok"); // ["AKIA2222333344445555"]
 */
export function tokenRuns(text: string): readonly string[] {
  const { bytes, length } = bytesOf(text);
  const runs: string[] = [];
  let at = LENGTH;
  while (at < length && runs.length < MOST) {
    let start = at;
    while (start > at - LENGTH && TOKEN[bytes[start] ?? 0] === 1) start--;
    if (start > at - LENGTH) {
      at = start + LENGTH;
      continue;
    }
    while (TOKEN[bytes[start] ?? 0] === 1) start--;
    let end = at + 1;
    while (end < length && TOKEN[bytes[end] ?? 0] === 1) end++;
    runs.push(String.fromCharCode(...bytes.subarray(start + 1, Math.min(end, start + 1 + LONGEST))));
    at = end + LENGTH;
  }
  return runs;
}

/** How much of one run is kept. */
const LONGEST = 16_384;
