import { KEPT_BYTES, MAX_PIECE_BYTES, type Piece, type Splitter } from "./piece.ts";

const [QUOTE, BACKSLASH, COMMA, NEWLINE] = [34, 92, 44, 10];
const ARRAY = 91;

/** Where a value ends: not yet, with the byte, or before it. */
type End = "no" | "with" | "before";

/**
 * Cuts bytes into JSON values by their brackets: values one after another, over several lines or on one, and the
 * elements of arrays around them. It does not check that a value is well-formed.
 */
export class ValueSplitter implements Splitter {
  #parts: Buffer[] = [];
  #bytes = 0;
  /** Brackets open around the current position, and how many of them are arrays around values. */
  #depth = 0;
  #around = 0;
  #inValue = false;
  #inText = false;
  #escaped = false;
  #line = 1;
  #offset = 0;
  #place = { line: 1, offset: 0 };

  push(chunk: Buffer): readonly Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#line++;
      if (this.#inText) this.#stepInText(byte);
      else if (!this.#inValue) {
        if (this.#opens(byte)) {
          start = at;
          this.#place = { line: this.#line, offset: this.#offset + at };
        }
      } else {
        const end = this.#stepInValue(byte);
        if (end === "no") continue;
        this.#keep(chunk.subarray(start, end === "with" ? at + 1 : at));
        pieces.push(this.#piece());
        if (end === "before") this.#between(byte);
      }
    }
    if (this.#inValue) this.#keep(chunk.subarray(start));
    this.#offset += chunk.length;
    return pieces;
  }

  end(): readonly Piece[] {
    return this.#inValue ? [this.#piece()] : [];
  }

  /** Whether a byte between values begins one. */
  #opens(byte: number): boolean {
    if (isSpace(byte) || byte === COMMA || isClosing(byte) || (byte === ARRAY && this.#around === 0)) {
      this.#between(byte);
      return false;
    }
    this.#inValue = true;
    if (isOpening(byte)) this.#depth++;
    this.#inText = byte === QUOTE;
    return true;
  }

  /** Follows the one array that may stand around values. */
  #between(byte: number): void {
    if (byte === ARRAY) this.#depth = this.#around = 1;
    else if (isClosing(byte)) this.#depth = this.#around = 0;
  }

  #stepInText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  /** Follows a byte in a value, outside of texts. A bracket belongs to the value that it closes. */
  #stepInValue(byte: number): End {
    if (byte === QUOTE) this.#inText = true;
    else if (isOpening(byte)) this.#depth++;
    else if (isClosing(byte)) {
      if (this.#depth === this.#around) return "before";
      this.#depth--;
      return this.#depth === this.#around ? "with" : "no";
    } else if (this.#depth === this.#around && (byte === COMMA || isSpace(byte))) return "before";
    return "no";
  }

  #keep(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > MAX_PIECE_BYTES)
      this.#parts = [Buffer.from(Buffer.concat(this.#parts).subarray(0, KEPT_BYTES))];
    else this.#parts.push(part);
  }

  #piece(): Piece {
    const tooLong = this.#bytes > MAX_PIECE_BYTES ? { tooLong: this.#bytes } : {};
    const piece = { text: Buffer.concat(this.#parts).toString("utf8"), ...this.#place, ...tooLong };
    this.#parts = [];
    this.#bytes = 0;
    this.#inValue = false;
    return piece;
  }
}

function isOpening(byte: number): boolean {
  return byte === 123 || byte === ARRAY;
}

function isClosing(byte: number): boolean {
  return byte === 125 || byte === 93;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === NEWLINE || byte === 13 || byte === 9;
}
