/** The primes of which SHA-256 takes the roots (FIPS 180-4, sections 4.2.2 and 5.3.3). */
const PRIMES: number[] = [];
for (let number = 2; PRIMES.length < 64; number++)
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);

const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * The first hexadecimal digits of a text's SHA-256, 12 unless told: enough to tell one secret from another, and to
 * compare it with a known one, without the text. Of what can be guessed take few: many texts have the same 4.
 *
 * @example
 * shortHash("abc"); // "ba7816bf8f01"
 */
export function shortHash(text: string, digits = 12): string {
  const words = padded(new TextEncoder().encode(text));
  let state: readonly number[] = START;
  for (let at = 0; at < words.length; at += 16) state = compressed(state, words.slice(at, at + 16));
  return state
    .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
    .join("")
    .slice(0, digits);
}

function padded(bytes: Uint8Array): number[] {
  const words = Array.from({ length: (((bytes.length + 8) >> 6) + 1) * 16 }, () => 0);
  for (const [at, byte] of [...bytes, 0x80].entries())
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function compressed(state: readonly number[], words: number[]): number[] {
  for (let at = 16; at < 64; at++) {
    const [a = 0, b = 0] = [words[at - 15], words[at - 2]];
    const small = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const large = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    words[at] = ((words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + large) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const rotated = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + rotated + ((e & f) ^ (~e & g)) + (ROUNDS[at] ?? 0) + (words[at] ?? 0)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
}
