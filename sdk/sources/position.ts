import type { Place } from "./piece.ts";

/** Where a source has come to: the piece of text that the last record taken came out of, and how much of it was taken. */
export interface Position extends Place {
  /** How many of the piece's records were taken. */
  readonly taken: number;
  /**
   * How many of them count once the source has grown. Present where the source ended in the piece and something could
   * not be read: its writer may have been in the middle of it.
   */
  readonly whole?: number;
}

/** A record's position: its own place, where it is all that its piece holds. */
export function positionOf({ line, offset, position }: Place & { readonly position?: Position }): Position {
  return position ?? { line, offset, taken: 1 };
}
