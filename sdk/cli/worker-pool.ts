import minBy from "lodash/minBy.js";
import sortBy from "lodash/sortBy.js";
import times from "lodash/times.js";
import { CaracalError } from "../base/caracal-error.ts";
import type { FileAddress, Source } from "../sources/source.ts";
import type { Examined } from "./examine.ts";
import type { WorkerPart, WorkerRun } from "./worker-messages.ts";
import { WorkerThread } from "./worker-thread.ts";

/** How many files each worker begins before their turn. */
const AHEAD = 2;

export interface WorkerPoolOptions {
  /** How many, at least 1. No more are started than there are files. */
  readonly workers: number;
  readonly run: WorkerRun;
  /** The files that will be read. */
  readonly sources: readonly Source[];
  /** Told of the milliseconds that a worker spent in each rule. */
  readonly onTimes: (milliseconds: Readonly<Record<string, number>>) => void;
}

/** A file that a worker reads: one part is always made ahead. */
interface Reading {
  readonly id: number;
  readonly thread: WorkerThread;
  next: Promise<WorkerPart>;
}

/**
 * Workers that read files and examine their records. Each loads the rules anew. A file is read by one worker, which
 * is never more than two parts ahead of who takes them.
 *
 * @example
 * const pool = new WorkerPool({ workers: 2, run: { rules: ["aws-bedrock"] }, sources, onTimes });
 * for await (const records of pool.read(source, progress)) count(records);
 * await pool.finish();
 * await pool.close();
 */
export class WorkerPool {
  readonly #threads: readonly WorkerThread[];
  readonly #onTimes: WorkerPoolOptions["onTimes"];
  /** What has not been opened yet, in the order in which it is likely to be. */
  readonly #upcoming: Source[];
  /** What was opened before its turn. */
  readonly #ahead = new Map<Source, Reading>();
  #readings = 0;

  constructor({ workers, run, sources, onTimes }: WorkerPoolOptions) {
    this.#threads = times(Math.min(workers, sources.length), () => new WorkerThread(run));
    this.#onTimes = onTimes;
    this.#upcoming = sortBy(sources, ({ startsAt = Number.NEGATIVE_INFINITY }) => startsAt).toReversed();
  }

  /** Reads a source; `undefined` for one that is no file, which only the main thread can read. */
  read(source: Source, progress: (bytes: number) => void): AsyncIterable<readonly Examined[]> | undefined {
    return source.address && this.#read(source, source.address, progress);
  }

  async *#read(
    source: Source,
    address: FileAddress,
    progress: (bytes: number) => void,
  ): AsyncGenerator<readonly Examined[]> {
    this.#openAhead();
    const reading = this.#ahead.get(source) ?? this.#open(address);
    this.#ahead.delete(source);
    const { id, thread } = reading;
    let isOver = false;
    try {
      while (!isOver) {
        const { records, bytes, end } = await reading.next;
        isOver = end !== undefined;
        if (end === undefined) reading.next = thread.ask({ reading: id });
        else this.#onTimes(end.milliseconds);
        progress(bytes);
        if (records.length > 0) yield records;
        if (end !== undefined && end.issues.length > 0) throw new CaracalError(end.issues);
      }
    } finally {
      thread.readings--;
      thread.letGo(id);
    }
  }

  /** Waits until nothing is left of what rules began; to be called when all has been read. */
  async finish(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.finish()));
  }

  /** Ends the workers, whatever they do. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  #openAhead(): void {
    while (this.#ahead.size < this.#threads.length * AHEAD) {
      const source = this.#upcoming.pop();
      if (source === undefined) return;
      if (source.address !== undefined) this.#ahead.set(source, this.#open(source.address));
    }
  }

  #open(open: FileAddress): Reading {
    const thread = minBy(this.#threads, "readings") as WorkerThread;
    thread.readings++;
    const id = this.#readings++;
    return { id, thread, next: thread.ask({ reading: id, open }) };
  }
}
