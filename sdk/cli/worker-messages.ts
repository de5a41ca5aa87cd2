import type { Issue } from "../base/issue.ts";
import type { FileAddress } from "../sources/source.ts";
import type { Examined } from "./examine.ts";
import type { RunOptions } from "./run-logs.ts";

/** What a worker must know of its run. */
export type WorkerRun = Pick<RunOptions, "rules" | "config" | "bundle" | "strict" | "from" | "to">;

/** Asks a worker for the next part of a file, or lets it go. */
export interface WorkerRequest {
  /** Tells apart what is read at the same time, and the same file when it is read again. */
  readonly reading: number;
  /** Which file; only in the first request. */
  readonly open?: FileAddress;
  readonly isClosed?: true;
}

/** `finish`: there is no more to read. */
export type ToWorker = WorkerRequest | "finish";

/** A part of a file. */
export interface WorkerPart {
  readonly reading: number;
  readonly records: readonly Examined[];
  /** Bytes of the file that were read for it. */
  readonly bytes: number;
  /** Present in the last part. */
  readonly end?: {
    /** What could not be read. */
    readonly issues: readonly Issue[];
    /** The time that the worker spent in each rule since it last told. */
    readonly milliseconds: Readonly<Record<string, number>>;
  };
}

/** What a worker tells; `stray` is a promise of a rule that failed and that nobody awaited. */
export type FromWorker = WorkerPart | "stray";
