/** The bytes that the threads share: numbers, then the name of a function, then an input. */
const ROOM = 4 * 1024 * 1024;
const NAME = 16;
const INPUT = 512;

/** Where each number is. */
const CALLS = 0;
const INPUTS = 1;
const NAME_BYTES = 2;
const INPUT_BYTES = 3;

/** What the worker is doing, in memory that can be read while it does not answer. */
export class FuzzWatch {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Int32Array;
  readonly #name: Buffer;
  readonly #input: Buffer;

  constructor(shared = new SharedArrayBuffer(ROOM)) {
    this.shared = shared;
    this.#numbers = new Int32Array(shared, 0, NAME / Int32Array.BYTES_PER_ELEMENT);
    this.#name = Buffer.from(shared, NAME, INPUT - NAME);
    this.#input = Buffer.from(shared, INPUT);
  }

  /** Notes that another rule is tried. */
  begin(): void {
    this.#numbers[INPUTS] = 0;
  }

  /** Notes the input that a rule is asked about next. */
  note(input: string): void {
    this.#numbers[INPUT_BYTES] = this.#input.write(input);
    Atomics.add(this.#numbers, INPUTS, 1);
  }

  /** Notes that a function of the rule is called. */
  enter(name: string): void {
    this.#numbers[NAME_BYTES] = this.#name.write(name);
    Atomics.add(this.#numbers, CALLS, 1);
  }

  /** Notes that it has returned. */
  leave(): void {
    Atomics.add(this.#numbers, CALLS, 1);
  }

  /** Grows with each call and each return, so it is odd while a function runs. */
  get calls(): number {
    return Atomics.load(this.#numbers, CALLS);
  }

  /** How many inputs of the rule were noted. */
  get inputs(): number {
    return Atomics.load(this.#numbers, INPUTS);
  }

  /** The function that was called last. */
  get call(): string {
    return this.#name.toString("utf8", 0, this.#numbers[NAME_BYTES]);
  }

  /** The last input; one that is too long to be kept is cut off. */
  get input(): string {
    return this.#input.toString("utf8", 0, this.#numbers[INPUT_BYTES]);
  }
}
