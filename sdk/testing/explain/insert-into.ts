/** A text to put into another, on the line that is there. */
export interface Insertion {
  readonly offset: number;
  readonly insert: string;
}

/** A text and its source map, version 3. */
export interface Mapped {
  readonly code: string;
  readonly map: {
    readonly version: 3;
    readonly sources: [string];
    readonly sourcesContent: [string];
    readonly names: [];
    readonly mappings: string;
  };
}

/** Where a line breaks, and where a word or another character begins: what an error or a debugger may point at. */
const TOKEN = /\r?\n|[\w$]+|[^\w$]/gu;

/**
 * A module with texts put in, and where everything of it was before.
 *
 * @param insertions in any order; of those at one offset the first comes first. None breaks a line.
 * @param file the module's path
 */
export function insertInto(text: string, insertions: readonly Insertion[], file: string): Mapped {
  const inOrder = insertions.toSorted((one, other) => one.offset - other.offset);
  const chunks: string[] = [];
  const mapping = new Mapping();
  let from = 0;
  for (const { offset, insert } of [...inOrder, { offset: text.length, insert: "" }]) {
    const kept = text.slice(from, offset);
    mapping.keep(kept);
    mapping.insert(insert);
    chunks.push(kept, insert);
    from = offset;
  }
  const { mappings } = mapping;
  const map: Mapped["map"] = { version: 3, sources: [file], sourcesContent: [text], names: [], mappings };
  return { code: chunks.join(""), map };
}

/** Lines stay lines; only columns move. */
class Mapping {
  readonly #lines: string[][] = [[]];
  /** Columns in the line: now, and as they were last told. */
  #column = { old: 0, new: 0 };
  #told = { line: 0, old: 0, new: 0 };

  get mappings(): string {
    return this.#lines.map((segments) => segments.join(",")).join(";");
  }

  insert(text: string): void {
    this.#column.new += text.length;
  }

  keep(text: string): void {
    for (const [token] of text.matchAll(TOKEN)) {
      if (token.endsWith("\n")) this.#breakLine();
      else this.#tell(token);
    }
  }

  #breakLine(): void {
    this.#lines.push([]);
    this.#column = { old: 0, new: 0 };
    this.#told.new = 0;
  }

  #tell(token: string): void {
    const [told, column, line] = [this.#told, this.#column, this.#lines.length - 1];
    // Nothing points at a space.
    if (token !== " ") {
      const segment = [column.new - told.new, 0, line - told.line, column.old - told.old];
      this.#lines[line]?.push(segment.map(digits).join(""));
      this.#told = { line, old: column.old, new: column.new };
    }
    column.old += token.length;
    column.new += token.length;
  }
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A number as source maps write it: five bits a digit, the lowest first, the sign in the first bit. */
function digits(number: number): string {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = "";
  do {
    const more = rest > 31 ? 32 : 0;
    text += DIGITS[(rest & 31) | more];
    rest >>>= 5;
  } while (rest > 0);
  return text;
}
