/** Where pieces of the source are looked for: at its beginning closely, and over the rest of it. */
const CLOSE = 10;
const SPREAD = 8;
const STEP = 60;

/** How long a piece is that is looked for: by chance two texts do not share one. */
const PIECE = 28;

/**
 * How many characters in a row a copy shares with a text, counted around some of its places: up to 10 at its beginning
 * and 8 over the rest, so that the cost is bounded. White space at line ends counts.
 *
 * @example
 * sharedPiece(prompt(event).system, answer(event).text) > 150;
 */
export function sharedPiece(source: string, copy: string): number {
  if (copy.length < PIECE) return 0;
  let longest = 0;
  for (const place of placesIn(source)) {
    const at = copy.indexOf(source.slice(place, place + PIECE));
    if (at >= 0)
      longest = Math.max(longest, PIECE + before(source, place, copy, at) + after(source, place, copy, at));
  }
  return longest;
}

function placesIn(source: string): readonly number[] {
  const end = source.length - PIECE;
  const places: number[] = [];
  for (let index = 0; index < CLOSE && index * STEP <= end; index++) places.push(index * STEP);
  const rest = Math.max(0, end - CLOSE * STEP);
  if (rest > 0)
    for (let index = 0; index < SPREAD; index++)
      places.push(CLOSE * STEP + Math.floor((rest * index) / SPREAD));
  return places;
}

function before(source: string, place: number, copy: string, at: number): number {
  let shared = 0;
  while (shared < place && shared < at && source[place - shared - 1] === copy[at - shared - 1]) shared++;
  return shared;
}

function after(source: string, place: number, copy: string, at: number): number {
  let end = PIECE;
  while (place + end < source.length && source[place + end] === copy[at + end]) end++;
  return end - PIECE;
}
