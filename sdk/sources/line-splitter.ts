import { type Piece, PieceBuilder, type Place, type Splitter } from "./piece.ts";

const NEWLINE = 10;

/** Cuts bytes into lines; blank ones are left out. */
export class LineSplitter implements Splitter {
  /** The beginning of a line whose end has not come yet. */
  readonly #open: PieceBuilder;
  #line: number;
  #offset: number;

  /** @param start where the first byte that is pushed stands */
  constructor(start: Place = { line: 1, offset: 0 }, open = new PieceBuilder()) {
    this.#line = start.line;
    this.#offset = start.offset;
    this.#open = open;
  }

  push(chunk: Buffer): readonly Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#open.add(chunk.subarray(start, end));
      this.#finish(pieces);
      this.#line++;
      this.#offset++;
      start = end + 1;
    }
    if (start < chunk.length) this.#open.add(chunk.subarray(start));
    return pieces;
  }

  end(): readonly Piece[] {
    const pieces: Piece[] = [];
    this.#finish(pieces);
    return pieces;
  }

  #finish(pieces: Piece[]): void {
    const bytes = this.#open.length;
    if (bytes === 0) return;
    const piece = this.#open.finish({ line: this.#line, offset: this.#offset });
    if (!isBlank(piece.text)) pieces.push(piece);
    this.#offset += bytes;
  }
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 32 || first === 9 || first === 13) && text.trim() === "";
}
