/**
 * A text without what a terminal would obey: a log, or the name of a file, must not be able to move the cursor, or
 * hide text by writing it backwards.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "·");
}
