import groupBy from "lodash/groupBy.js";
import { lookAt } from "./fingerprint.ts";
import type { Position } from "./position.ts";

/** What is remembered of a file: plain data, no larger for a large file. */
export interface FileState {
  /** Where it was when it was read last. */
  readonly path: string;
  /** Its bytes at that time. */
  readonly size: number;
  /** Of its beginning, to find it by when it has grown. */
  readonly head: string;
  /** Whether it was read to its end. */
  readonly isOver: boolean;
  /** When it was read last, in milliseconds since 1970. */
  readonly readAt: number;
  /** Where reading it has come to; absent where nothing was taken. */
  readonly position?: Position;
}

/** A file as it is now, and what is known of it. */
export interface Recognised {
  readonly fingerprint: string;
  readonly head: string;
  /** Under which fingerprint it was remembered. */
  readonly known?: string;
  readonly state?: FileState;
}

/** How many files are looked at that may have grown to one; one log is mostly found at the first. */
const MOST_TRIED = 16;

/** Files that were read before, found again by what is in them. */
export class KnownFiles {
  readonly #states: ReadonlyMap<string, FileState>;
  readonly #byHead: Readonly<Record<string, readonly string[]>>;

  /** @param states by fingerprint */
  constructor(states: ReadonlyMap<string, FileState>) {
    this.#states = states;
    this.#byHead = groupBy([...states.keys()], (key) => states.get(key)?.head);
  }

  /** @throws Error of the file system, where the file cannot be read */
  recognise(path: string, size: number): Recognised {
    return lookAt(path, size, (look) => {
      const fingerprint = look.fingerprint(size);
      const same = this.#states.get(fingerprint);
      if (same !== undefined) return { fingerprint, head: same.head, known: fingerprint, state: same };
      const heads = look.heads();
      const known = this.#grownFrom(heads, size).find(
        ([key, former]) => look.fingerprint(former.size) === key,
      );
      const head = heads.at(-1) ?? "";
      return { fingerprint, head, ...(known !== undefined && { known: known[0], state: known[1] }) };
    });
  }

  /** What may have grown to a file, the largest first. */
  #grownFrom(heads: readonly string[], size: number): [string, FileState][] {
    return heads
      .flatMap((head) => this.#byHead[head] ?? [])
      .map((key): [string, FileState] => [key, this.#states.get(key) as FileState])
      .filter(([, state]) => state.size < size)
      .toSorted(([, one], [, other]) => other.size - one.size)
      .slice(0, MOST_TRIED);
  }
}
