const FEWEST = 8;
const MOST = 130;

/** How many words the log here has of a text of so many tokens: more of the longer ones, and never all of it. */
export const wordsOf = (tokens: number): number => Math.min(MOST, FEWEST + (tokens >> 3));
