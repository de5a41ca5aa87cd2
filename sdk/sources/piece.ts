/** A piece of text that may be a record, and where it stands. */
export interface Piece extends Place {
  readonly text: string;
  /** How many bytes it has, where it is over {@link MAX_PIECE_BYTES} and `text` is only its beginning. */
  readonly tooLong?: number;
}

/** Where something stands in a source. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** Bytes before it, decompressed. */
  readonly offset: number;
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
const KEPT_BYTES = 2 ** 20;

/** Gathers a piece from its parts. Of one that is too long only the beginning is held. */
export class PieceBuilder {
  readonly #most: number;
  readonly #kept: number;
  #parts: Buffer[] = [];
  /** Bytes so far, held or not. */
  length = 0;

  /** @param kept what is held of a piece of more than `most` bytes */
  constructor(most = MAX_PIECE_BYTES, kept = KEPT_BYTES) {
    this.#most = most;
    this.#kept = kept;
  }

  add(part: Buffer): void {
    const isCut = this.length > this.#most;
    this.length += part.length;
    if (!isCut) this.#parts.push(part);
    if (!isCut && this.length > this.#most) this.#parts = [Buffer.concat(this.#parts, this.#kept)];
  }

  /** The piece; the next one begins empty. */
  finish(place: Place): Piece {
    const [first] = this.#parts;
    const bytes = this.#parts.length === 1 && first !== undefined ? first : Buffer.concat(this.#parts);
    const tooLong = this.length > this.#most ? { tooLong: this.length } : {};
    this.#parts = [];
    this.length = 0;
    return { text: bytes.toString("utf8"), line: place.line, offset: place.offset, ...tooLong };
  }
}
