/** What keys of documentation have in them, in upper case. */
const WORDS = [
  "EXAMPLE",
  "XXXX",
  "YOUR",
  "PLACEHOLDER",
  "REDACTED",
  "CHANGEME",
  "12345678",
  "ABCDEFGH",
  "....",
  "****",
];

/** How many different characters a key of 16 and more has at least; by chance less is next to impossible. */
const DIFFERENT = 8;

/**
 * Whether a text has the form of a secret and is none: a key of documentation, or one to be filled in.
 *
 * @example
 * isPlaceholder("AKIAIOSFODNN7EXAMPLE"); // true
 */
export function isPlaceholder(text: string): boolean {
  const upper = text.toUpperCase();
  if (WORDS.some((word) => upper.includes(word))) return true;
  return text.length >= 16 && new Set(text).size < DIFFERENT;
}
