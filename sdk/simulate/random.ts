/** A seeded source of random values: the same seed gives the same values on every machine. */
export interface Random {
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** An integer from `min` to `max` that is more often near the middle (the mean of two draws). */
  middling(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** Lower-case hexadecimal digits; `digits` must be even. */
  hex(digits: number): string;
  /** A version 4 UUID. */
  uuid(): string;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Creates a generator from any 32-bit seed.
 *
 * The algorithm is sfc32 by Chris Doty-Humphrey, from his PractRand test suite (public domain): 128 bits of
 * state, integer arithmetic only. As there, the seed fills the state with a counter and twelve rounds mix it.
 */
export function createRandom(seed: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = 0;
  let counter = 1;

  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();

  const fraction = (): number => next() / 0x1_0000_0000;
  const int = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  const hex = (digits: number): string => {
    let text = "";
    for (let word = 0; text.length < digits; word >>>= 8) {
      if (text.length % 8 === 0) word = next();
      text += BYTES[word & 0xff];
    }
    return text;
  };

  return {
    int,
    middling: (min, max) => (int(min, max) + int(min, max)) >> 1,
    pick: (list) => {
      const picked = list[int(0, list.length - 1)];
      if (picked === undefined) throw new RangeError("Cannot pick from an empty list.");
      return picked;
    },
    chance: (probability) => fraction() < probability,
    hex,
    uuid: () => {
      const digits = hex(30);
      const variant = "89ab".charAt(int(0, 3));
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-${variant}${digits.slice(15, 18)}-${digits.slice(18)}`;
    },
  };
}
