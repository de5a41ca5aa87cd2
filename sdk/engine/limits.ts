/** What an alert's texts may be long; the limits are Panther's. */
export const LIMITS = { text: 1_000, destinations: 10, context: 204_800 } as const;

const CUT = " ... (truncated)";

/** The beginning of a text as a text of its own: what is only sliced off would keep the whole text in memory. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, length).split("").join("");
}

/** A text cut to 1,000 characters, and saying so. */
export function truncate(text: string): string {
  if (text.length <= LIMITS.text) return text;
  // Not through the middle of a character that takes two places.
  return `${beginningOf(text, LIMITS.text - CUT.length).replace(/[\uD800-\uDBFF]$/, "")}${CUT}`;
}
