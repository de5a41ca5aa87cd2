/** A place in a text, as editors count: line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset in a text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
