/** The bytes that the threads share: two numbers, then the text. */
const ROOM = 4 * 1024 * 1024;
const HEAD = 8;

/** What the worker is doing, in memory that can be read while it does not answer. */
export class FuzzWatch {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Int32Array;
  readonly #text: Uint8Array;

  constructor(shared = new SharedArrayBuffer(ROOM)) {
    this.shared = shared;
    this.#numbers = new Int32Array(shared, 0, 2);
    this.#text = new Uint8Array(shared, HEAD);
  }

  /** Notes the input that a rule is asked about next. */
  note(input: string): void {
    this.#numbers[1] = Buffer.from(this.#text.buffer, HEAD).write(input);
    Atomics.add(this.#numbers, 0, 1);
  }

  /** How many inputs were noted. */
  get count(): number {
    return Atomics.load(this.#numbers, 0);
  }

  /** The last input; one that is too long to be kept is cut off. */
  get input(): string {
    return Buffer.from(this.#text.slice(0, this.#numbers[1])).toString();
  }
}
