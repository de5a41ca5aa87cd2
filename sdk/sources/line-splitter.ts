import { KEPT_BYTES, MAX_PIECE_BYTES, type Piece, type Splitter } from "./piece.ts";

const NEWLINE = 10;

/** Cuts bytes into lines; blank ones are left out. */
export class LineSplitter implements Splitter {
  /** The beginning of a line whose end has not come yet. */
  #open: Buffer[] = [];
  #openBytes = 0;
  #line = 1;
  #offset = 0;

  push(chunk: Buffer): readonly Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#finish(chunk, start, end, pieces);
      this.#line++;
      this.#offset++;
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    return pieces;
  }

  end(): readonly Piece[] {
    const pieces: Piece[] = [];
    this.#finish(Buffer.alloc(0), 0, 0, pieces);
    return pieces;
  }

  #keep(part: Buffer): void {
    this.#openBytes += part.length;
    // Of a line that is too long only the beginning is kept, in a copy that lets go of the rest.
    if (this.#openBytes > MAX_PIECE_BYTES)
      this.#open = [Buffer.from(Buffer.concat(this.#open).subarray(0, KEPT_BYTES))];
    else this.#open.push(part);
  }

  #finish(chunk: Buffer, start: number, end: number, pieces: Piece[]): void {
    const place = { line: this.#line, offset: this.#offset };
    if (this.#openBytes === 0) {
      const text = chunk.toString("utf8", start, end);
      this.#offset += end - start;
      if (!isBlank(text)) pieces.push({ text, ...place });
      return;
    }
    this.#keep(chunk.subarray(start, end));
    const text = Buffer.concat(this.#open).toString("utf8");
    if (this.#openBytes > MAX_PIECE_BYTES) pieces.push({ text, ...place, tooLong: this.#openBytes });
    else if (!isBlank(text)) pieces.push({ text, ...place });
    this.#offset += this.#openBytes;
    this.#open = [];
    this.#openBytes = 0;
  }
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return text.length === 0 || ((first === 32 || first === 9 || first === 13) && text.trim() === "");
}
