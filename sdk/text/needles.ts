import { bytesOf } from "./bytes-of.ts";

/** Each byte as searches see it: small letters and digits as they are, all else a blank. */
const SEEN = new Uint8Array(256).fill(32);
for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789") {
  SEEN[letter.charCodeAt(0)] = letter.charCodeAt(0);
  SEEN[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0);
}

/** As long as the shortest needle: the longer, the more of a text is passed over. */
const SHORTEST = 8;

/** How many characters are looked at in one place: of four in a row, few are in any needle. */
const GRAM = 4;

/** How many slots they are spread over: few enough for the fastest memory. */
const SLOTS = 8_192;
const shifted = (by: number) => Uint16Array.from(SEEN, (code) => (code << by) & (SLOTS - 1));
const FIRST = shifted(11);
const SECOND = shifted(8);
const THIRD = shifted(4);
const FOURTH = shifted(0);

/** The slot of the four characters that end at a place. */
function slotAt(bytes: Uint8Array, at: number): number {
  return (
    (FIRST[bytes[at - 3] ?? 32] ?? 0) ^
    (SECOND[bytes[at - 2] ?? 32] ?? 0) ^
    (THIRD[bytes[at - 1] ?? 32] ?? 0) ^
    (FOURTH[bytes[at] ?? 32] ?? 0)
  );
}

interface Needle {
  readonly codes: Uint8Array;
  readonly flag: number;
}

/** The needles whose first characters end in a slot. */
type Ends = (readonly Needle[] | undefined)[];

/** Where needles stand in a text: the sum of their flags, and of each its place and its flag. */
export interface Hits {
  readonly flags: number;
  readonly places: readonly (readonly [at: number, flag: number])[];
}

const NONE: Hits = Object.freeze({ flags: 0, places: Object.freeze([]) });

/** How many places are kept. */
const MOST = 500;

/**
 * Makes a search for many words at once. Case and signs do not count: a needle has small letters, digits and blanks,
 * and a blank stands for any other character, and for the beginning and the end of the text. Most of a text is never
 * looked at (Wu and Manber, 1994). Places are counted in bytes of UTF-8, which are characters where all are of ASCII.
 *
 * @param groups the needles of each flag, 8 characters or more each
 * @example
 * const hitsIn = needleSearch(new Map([[1, [" ignore "]], [2, ["jailbreak"]]]));
 * hitsIn("Ignore it.").flags; // 1
 */
export function needleSearch(groups: ReadonlyMap<number, readonly string[]>): (text: string) => Hits {
  const shifts = new Uint8Array(SLOTS).fill(SHORTEST - GRAM + 1);
  const ends: Ends = Array.from({ length: SLOTS }, () => undefined);
  for (const [flag, needles] of groups)
    for (const needle of needles)
      enter({ codes: Uint8Array.from(needle, (letter) => letter.charCodeAt(0)), flag }, shifts, ends);
  const shiftAt = (bytes: Uint8Array, at: number) => shifts[slotAt(bytes, at)] ?? 1;
  return (text) => {
    const { bytes, length } = bytesOf(text);
    const places: [number, number][] = [];
    const look = (at: number) => {
      const flag = flagsAt(bytes, at - SHORTEST + 1, ends);
      if (flag !== 0 && places.length < MOST) places.push([at, flag]);
    };
    // Both halves at once, so that the processor need not wait for the one step before it begins the other.
    const middle = Math.max(SHORTEST - 1, length >> 1);
    let low = SHORTEST - 1;
    let high = middle;
    while (low < middle && high < length) {
      const lower = shiftAt(bytes, low);
      const higher = shiftAt(bytes, high);
      if (lower === 0) look(low);
      if (higher === 0) look(high);
      low += lower === 0 ? 1 : lower;
      high += higher === 0 ? 1 : higher;
    }
    for (; low < middle; low += shiftAt(bytes, low) || 1) if (shiftAt(bytes, low) === 0) look(low);
    for (; high < length; high += shiftAt(bytes, high) || 1) if (shiftAt(bytes, high) === 0) look(high);
    if (places.length === 0) return NONE;
    return {
      flags: places.reduce((flags, [, flag]) => flags | flag, 0),
      places: places.toSorted(([one], [other]) => one - other),
    };
  };
}

function enter(needle: Needle, shifts: Uint8Array, ends: Ends): void {
  const { codes } = needle;
  for (let at = GRAM - 1; at < SHORTEST; at++) {
    const slot = slotAt(codes, at);
    shifts[slot] = Math.min(shifts[slot] ?? 0, SHORTEST - 1 - at);
    if (at === SHORTEST - 1) ends[slot] = [...(ends[slot] ?? []), needle];
  }
}

function flagsAt(bytes: Uint8Array, start: number, ends: Readonly<Ends>): number {
  const needles = ends[slotAt(bytes, start + SHORTEST - 1)];
  if (needles === undefined) return 0;
  let flags = 0;
  for (const { codes, flag } of needles) {
    let length = 0;
    while (length < codes.length && SEEN[bytes[start + length] ?? 0] === codes[length]) length++;
    if (length === codes.length) flags |= flag;
  }
  return flags;
}
