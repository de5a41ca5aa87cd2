import { guardedSource } from "./guarded-source.ts";
import { type FileState, KnownFiles, type Recognised } from "./known-files.ts";
import { type Position, positionOf } from "./position.ts";
import type { Delivered } from "./raw-record.ts";
import type { Source } from "./source.ts";

const PREFIX = "source ";

/** What is still to be read. */
export interface Resumed {
  /** Each begins where it stopped. */
  readonly sources: readonly Source[];
  /** Sources left out: they were read to their end, or their content is that of another. */
  readonly readBefore: number;
}

/** What changed: entries to write, and keys to delete. */
export interface PositionsDelta {
  readonly puts: ReadonlyMap<string, FileState>;
  readonly deletes: readonly string[];
}

/** A file that is being read. */
interface Reading extends Recognised {
  readonly path: string;
  readonly size: number;
  position: Position | undefined;
  isOver: boolean;
}

/**
 * Where reading the files of several runs has come to. A file is known by its content, so it may be renamed, copied
 * or moved. What can be read only once, such as standard input, has no position.
 *
 * @example
 * const positions = Positions.of(entries);
 * const { sources } = positions.resume(found);
 * for await (const batch of mergeSources(sources, { ...options, onEnd: (source) => positions.end(source) })) {
 *   for (const { source, record } of batch) positions.take(source, record);
 *   await store.commit(positions.delta());
 * }
 */
export class Positions {
  readonly #known: KnownFiles;
  readonly #clock: () => number;
  readonly #readings = new Map<Source, Reading>();
  readonly #changed = new Set<Reading>();
  /** Fingerprints of the files that are there. */
  readonly #present = new Set<string>();

  private constructor(known: KnownFiles, clock: () => number) {
    this.#known = known;
    this.#clock = clock;
  }

  /**
   * @param entries what earlier runs left; only keys that begin with `source ` are looked at
   * @param clock tells when files are read, in milliseconds since 1970
   */
  static of(entries: ReadonlyMap<string, object>, clock: () => number = Date.now): Positions {
    const own = [...entries].filter(([key]) => key.startsWith(PREFIX));
    return new Positions(
      new KnownFiles(new Map(own.map(([key, value]) => [key.slice(PREFIX.length), value as FileState]))),
      clock,
    );
  }

  /** What there is to read of sources. One that cannot be read is left as it is: reading it tells why. */
  resume(sources: readonly Source[]): Resumed {
    const left = sources.flatMap((source) => this.#resume(source));
    return { sources: left, readBefore: sources.length - left.length };
  }

  /** Tells that a source's record was dealt with. */
  take(source: Source, record: Delivered): void {
    const reading = this.#readings.get(source);
    if (reading === undefined) return;
    reading.position = positionOf(record);
    this.#changed.add(reading);
  }

  /** Tells that all of a source's records were. */
  end(source: Source): void {
    const reading = this.#readings.get(source);
    if (reading === undefined) return;
    reading.isOver = true;
    this.#changed.add(reading);
  }

  /** What changed since this was asked last. */
  delta(): PositionsDelta {
    const changed = [...this.#changed];
    this.#changed.clear();
    const readAt = this.#clock();
    return {
      puts: new Map(changed.map((reading) => [PREFIX + reading.fingerprint, stateOf(reading, readAt)])),
      // The file as it was before it grew. A copy of it that is still there is known by that.
      deletes: changed.flatMap(({ known }) =>
        known === undefined || this.#present.has(known) ? [] : [PREFIX + known],
      ),
    };
  }

  #resume(source: Source): Source[] {
    const { name: path, size, rereadable } = source;
    if (!rereadable || size === undefined) return [source];
    const file = this.#recognise(path, size);
    if (file === undefined) return [source];
    const isTwin = this.#present.has(file.fingerprint);
    const hasGrown = file.known !== file.fingerprint;
    this.#present.add(file.fingerprint);
    if (isTwin || (!hasGrown && file.state?.isOver === true)) return [];
    const left = file.state?.position;
    const position = left && hasGrown ? afterGrowth(left) : left;
    const resumed = guardedSource(source, size, file.fingerprint, position);
    this.#readings.set(resumed, { ...file, path, size, position, isOver: false });
    return [resumed];
  }

  #recognise(path: string, size: number): Recognised | undefined {
    try {
      return this.#known.recognise(path, size);
    } catch {
      return undefined;
    }
  }
}

/** Where to go on when a file has grown: what its writer may have been in the middle of comes again, whole. */
function afterGrowth({ line, offset, taken, whole = taken }: Position): Position {
  return { line, offset, taken: whole };
}

function stateOf({ path, size, head, isOver, position }: Reading, readAt: number): FileState {
  return { path, size, head, isOver, readAt, ...(position !== undefined && { position }) };
}
