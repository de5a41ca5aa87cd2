const WORDS = 4;

/** Row ids as they are saved, four words each, and whose they are: a generation is forgotten as a whole. */
export interface RowChunk {
  readonly generation: number;
  readonly words: Uint32Array;
}

/**
 * Remembers which rows were seen, in 32 to 64 bytes each. It holds between `limit` and twice as many of the most
 * recent rows: when the younger half is full, the older half is forgotten and counted.
 */
export class SeenRows {
  readonly #limit: number;
  #generation = 0;
  #young = new RowTable(1_024);
  #old = new RowTable(0);
  /** The words of rows that were added since they were last taken, where somebody takes them. */
  #added: number[] | undefined;
  /** What was added since then to a generation that is no longer the younger one. */
  #full: RowChunk[] = [];
  /** Rows that were forgotten to make room. */
  forgotten = 0;

  /** @param isSaved whether {@link takeAdded} will be called */
  constructor(limit = 1 << 19, isSaved = false) {
    this.#limit = limit;
    this.#added = isSaved ? [] : undefined;
  }

  /**
   * Whether the row is new; from now on it is not.
   *
   * @param rowId 32 hexadecimal digits in lower case
   */
  add(rowId: string): boolean {
    const words = wordsOf(rowId);
    if (this.#old.has(words) || !this.#young.add(words)) return false;
    this.#added?.push(...words);
    if (this.#young.size >= this.#limit) this.#age();
    return true;
  }

  /** Puts saved rows back, chunks in the order in which they were taken. */
  restore({ generation, words }: RowChunk): void {
    while (this.#generation < generation) this.#age();
    for (let at = 0; at < words.length; at += WORDS) this.#young.add(words.subarray(at, at + WORDS));
  }

  /** The rows added since the last call, by generation, and the oldest generation that still counts. */
  takeAdded(): { readonly chunks: readonly RowChunk[]; readonly oldest: number } {
    const chunks = [...this.#full, ...this.#chunk()];
    this.#full = [];
    return { chunks, oldest: this.#generation - 1 };
  }

  #chunk(): RowChunk[] {
    if (this.#added === undefined || this.#added.length === 0) return [];
    const chunk = { generation: this.#generation, words: Uint32Array.from(this.#added) };
    this.#added = [];
    return [chunk];
  }

  #age(): void {
    this.#full.push(...this.#chunk());
    this.forgotten += this.#old.size;
    this.#old = this.#young;
    this.#young = new RowTable(1_024);
    this.#generation++;
  }
}

/** An open-addressed set of 128-bit row ids, which are hashes already. */
class RowTable {
  size = 0;
  #slots: number;
  #words: Uint32Array;

  constructor(slots: number) {
    this.#slots = slots;
    this.#words = new Uint32Array(slots * WORDS);
  }

  has(row: Uint32Array): boolean {
    return this.#slots > 0 && this.#words[this.#find(row)] !== 0;
  }

  add(row: Uint32Array): boolean {
    const at = this.#find(row);
    if (this.#words[at] !== 0) return false;
    this.#words.set(row, at);
    this.size++;
    if (this.size * 2 > this.#slots) this.#grow();
    return true;
  }

  /** Where the row is, or the free slot where it would be. A slot is free when its first word is 0. */
  #find(row: Uint32Array): number {
    const words = this.#words;
    const [one = 0, two = 0, three = 0, four = 0] = row;
    for (let slot = ((one ^ two ^ three ^ four) >>> 0) % this.#slots; ; slot = (slot + 1) % this.#slots) {
      const at = slot * WORDS;
      if (words[at] === 0) return at;
      if (
        words[at] === row[0] &&
        words[at + 1] === row[1] &&
        words[at + 2] === row[2] &&
        words[at + 3] === row[3]
      )
        return at;
    }
  }

  #grow(): void {
    const former = this.#words;
    this.#slots *= 2;
    this.#words = new Uint32Array(this.#slots * WORDS);
    for (let at = 0; at < former.length; at += WORDS) {
      const row = former.subarray(at, at + WORDS);
      if (row[0] !== 0) this.#words.set(row, this.#find(row));
    }
  }
}

const scratch = new Uint32Array(WORDS);

/** The words of 32 hexadecimal digits in lower case. */
function wordsOf(rowId: string): Uint32Array {
  for (let word = 0; word < WORDS; word++) {
    let bits = 0;
    for (let at = word * 8; at < word * 8 + 8; at++) {
      const code = rowId.charCodeAt(at);
      // The low four bits of a digit are its value; those of a letter begin at 1, for 10.
      bits = (bits << 4) | ((code & 15) + (code >> 6) * 9);
    }
    scratch[word] = bits;
  }
  if (scratch[0] === 0) scratch[0] = 1;
  return scratch;
}
