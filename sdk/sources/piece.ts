/** A piece of text that may be a record, and where it stands. */
export interface Piece {
  readonly text: string;
  /** Line in the source, from 1. */
  readonly line: number;
  /** Bytes before it in the source, decompressed. */
  readonly offset: number;
  /** Its bytes, where it is over {@link MAX_PIECE_BYTES} and `text` is only its beginning. */
  readonly tooLong?: number;
}

/** Cuts bytes into pieces, chunk by chunk. */
export interface Splitter {
  push(chunk: Buffer): readonly Piece[];
  /** What is left when the input ends. */
  end(): readonly Piece[];
}

/** The longest piece that is read: 64 MiB. */
export const MAX_PIECE_BYTES = 64 * 2 ** 20;

/** What is kept of a longer one: 1 MiB. */
export const KEPT_BYTES = 2 ** 20;
