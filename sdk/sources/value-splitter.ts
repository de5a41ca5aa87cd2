import { type Piece, PieceBuilder, type Place, type Splitter } from "./piece.ts";

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, COMMA, BACKSLASH] = [9, 10, 13, 32, 34, 44, 92] as const;
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125] as const;

/**
 * Cuts bytes into JSON values by their brackets: values one after another, over several lines or on one, and the
 * elements of arrays around them. It does not check that a value is well-formed.
 */
export class ValueSplitter implements Splitter {
  readonly #open: PieceBuilder;
  #state: "between" | "value" | "text" | "escape" = "between";
  /** Brackets open in the value. */
  #depth = 0;
  #isInArray = false;
  #line = 1;
  #offset: number;
  #place: Place = { line: 1, offset: 0 };

  /** @param offset bytes of the source before the first that is pushed */
  constructor(offset = 0, open = new PieceBuilder()) {
    this.#offset = offset;
    this.#open = open;
  }

  push(chunk: Buffer): readonly Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === NEWLINE) this.#line++;
      if (this.#state === "text" && byte !== QUOTE && byte !== BACKSLASH) continue;
      if (this.#state === "between") {
        if (!this.#begins(byte)) continue;
        start = at;
        this.#place = { line: this.#line, offset: this.#offset + at };
      }
      const end = this.#step(byte);
      if (end === "open") continue;
      this.#open.add(chunk.subarray(start, end === "with" ? at + 1 : at));
      pieces.push(this.#open.finish(this.#place));
      this.#state = "between";
      if (end === "before") this.#begins(byte);
    }
    if (this.#state !== "between") this.#open.add(chunk.subarray(start));
    this.#offset += chunk.length;
    return pieces;
  }

  end(): readonly Piece[] {
    return this.#open.length > 0 ? [this.#open.finish(this.#place)] : [];
  }

  /** Whether a byte between values begins one. Follows the one array that may stand around values. */
  #begins(byte: number): boolean {
    if (isSpace(byte) || byte === COMMA) return false;
    if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) {
      this.#isInArray = false;
      return false;
    }
    if (byte === OPENING_BRACKET && !this.#isInArray) {
      this.#isInArray = true;
      return false;
    }
    this.#state = "value";
    this.#depth = 0;
    return true;
  }

  /** Follows a byte in a value: whether the value is still open, or ends with the byte or before it. */
  #step(byte: number): "open" | "with" | "before" {
    if (this.#state === "escape") this.#state = "text";
    else if (this.#state === "text") {
      if (byte === BACKSLASH) this.#state = "escape";
      else if (byte === QUOTE) this.#state = "value";
    } else if (byte === QUOTE) this.#state = "text";
    else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) this.#depth++;
    else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
      // A bracket belongs to the value that it closes.
      if (this.#depth === 0) return "before";
      this.#depth--;
      if (this.#depth === 0) return "with";
    } else if (this.#depth === 0 && (byte === COMMA || isSpace(byte))) return "before";
    return "open";
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB;
}
