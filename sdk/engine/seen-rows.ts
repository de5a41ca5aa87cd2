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
    if (this.#added !== undefined) for (const word of words) this.#added.push(word);
    if (this.#young.size >= this.#limit) this.#age();
    return true;
  }

  /**
   * Puts saved rows back, chunks in the order in which they were taken.
   *
   * @param isAnew whether they are to be saved again
   */
  restore({ generation, words }: RowChunk, isAnew = false): void {
    while (this.#generation < generation) this.#age();
    if (isAnew) for (const word of words) this.#added?.push(word);
    for (let at = 0; at < words.length; at += WORDS) this.#young.add(words, at);
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

/** An open-addressed set of 128-bit row ids, which are hashes already. Its slots are a power of two. */
class RowTable {
  size = 0;
  #slots: number;
  #words: Uint32Array;

  constructor(slots: number) {
    this.#slots = slots;
    this.#words = new Uint32Array(slots * WORDS);
  }

  has(row: Uint32Array): boolean {
    return this.#slots > 0 && this.#words[this.#find(row, 0)] !== 0;
  }

  /** @param from where the row begins in the words */
  add(rows: Uint32Array, from = 0): boolean {
    const at = this.#find(rows, from);
    if (this.#words[at] !== 0) return false;
    this.#put(rows, from, at);
    this.size++;
    if (this.size * 2 > this.#slots) this.#grow();
    return true;
  }

  /** Where the row is, or the free slot where it would be. A slot is free when its first word is 0. */
  #find(rows: Uint32Array, from: number): number {
    const words = this.#words;
    // Read one by one: taking the array apart would go through its iterator, for every row.
    const one = rows[from] ?? 0;
    const two = rows[from + 1] ?? 0;
    const three = rows[from + 2] ?? 0;
    const four = rows[from + 3] ?? 0;
    const last = this.#slots - 1;
    for (let slot = (one ^ two ^ three ^ four) & last; ; slot = (slot + 1) & last) {
      const at = slot * WORDS;
      if (words[at] === 0) return at;
      if (words[at] === one && words[at + 1] === two && words[at + 2] === three && words[at + 3] === four)
        return at;
    }
  }

  #grow(): void {
    const former = this.#words;
    this.#slots *= 2;
    this.#words = new Uint32Array(this.#slots * WORDS);
    for (let from = 0; from < former.length; from += WORDS)
      if (former[from] !== 0) this.#put(former, from, this.#find(former, from));
  }

  #put(rows: Uint32Array, from: number, at: number): void {
    for (let word = 0; word < WORDS; word++) this.#words[at + word] = rows[from + word] ?? 0;
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
