/** A piece of source, as it is told. */
export interface Part {
  readonly kind: "part" | "operand" | "function";
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Parts of one test or result share it. */
  readonly whole: number;
}

/** The parts of a module, as they are written into it. */
export interface ModuleParts {
  readonly file: string;
  readonly parts: readonly Part[];
}

/** Something that a rule looked at: a field of the event, or a value of its own. */
export interface Look {
  readonly name: string;
  readonly value: unknown;
  /** Of a field that is not there: why, where that is known. */
  readonly why?: string;
}

/** The parts that were asked one after another, in calling a function or in answering another part. */
export interface Level {
  readonly below: Asked[];
  /** How many more were asked that are not noted: a loop may ask one again and again. */
  skipped: number;
}

/** A part that was asked. */
export interface Asked extends Level {
  readonly module: ModuleParts;
  readonly at: number;
  /** Not there when it threw. */
  answer?: { readonly value: unknown };
  /** What it looked at itself. */
  readonly looks: Look[];
}

/** What was asked, and what was read, in calling a function. */
export interface Recording extends Level {
  /** All fields that were read. */
  readonly reads: readonly Look[];
  /** What was read while no part was asked. */
  readonly looks: readonly Look[];
}

/** What all instrumented modules share, whichever way they were loaded. */
interface Shared {
  recorder?: Recorder | undefined;
  readonly names?: WeakMap<object, Pick<Asked, "module" | "at">>;
}

/** How often one part is noted in a level, and how many fields of a call: a body may have many thousand. */
const TIMES = 20;
const READS = 2_000;

/** How many levels are noted. */
const DEEPEST = 20;

const shared = ((globalThis as Record<symbol, unknown>)[Symbol.for("caracal.parts")] ??= {}) as Shared;

/**
 * Calls a function and notes which parts of instrumented modules were asked in it.
 *
 * @param call gets what notes a field that is read
 */
export function record(call: (read: (look: Look) => void) => unknown): Recording {
  const recorder = new Recorder();
  const before = shared.recorder;
  shared.recorder = recorder;
  try {
    handled(call((look) => recorder.read(look)));
  } catch {
    // Told by who asks for the reason: here something may throw that otherwise does not.
  } finally {
    shared.recorder = before;
  }
  return recorder;
}

/** What a rule returned. Nobody waits for a promise, and a failure that nobody handles would end the tests. */
export function handled(returned: unknown): unknown {
  if (returned instanceof Promise) returned.catch(() => undefined);
  return returned;
}

/** Where a rule names a function that is written elsewhere. */
export function nameOf(named: object): Pick<Asked, "module" | "at"> | undefined {
  return shared.names?.get(named);
}

class Recorder implements Recording {
  readonly below: Asked[] = [];
  skipped = 0;
  readonly reads: Look[] = [];
  readonly looks: Look[] = [];
  readonly #open: Asked[] = [];

  ask(module: ModuleParts, at: number): void {
    const level: Level = this.#open.at(-1) ?? this;
    const isSame = (asked: Asked): boolean => asked.at === at && asked.module === module;
    const asked: Asked = { module, at, looks: [], below: [], skipped: 0 };
    this.#open.push(asked);
    if (this.#open.length > DEEPEST || level.below.filter(isSame).length >= TIMES) level.skipped++;
    else level.below.push(asked);
  }

  answer(module: ModuleParts, at: number, value: unknown): void {
    const found = this.#open.findLastIndex((asked) => asked.module === module && asked.at === at);
    const asked = this.#open[found];
    if (asked === undefined) return;
    asked.answer = { value };
    // What is above it threw, and was caught.
    this.#open.length = found;
  }

  see(module: ModuleParts, at: number, value: unknown): void {
    this.#look({ name: module.parts[at]?.text ?? "", value });
  }

  read(look: Look): void {
    if (this.reads.length >= READS) return;
    this.reads.push(look);
    this.#look(look);
  }

  #look(look: Look): void {
    const { looks } = this.#open.at(-1) ?? this;
    if (looks.length < READS) looks.push(look);
  }
}
