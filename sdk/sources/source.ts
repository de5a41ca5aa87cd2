import type { Position } from "./position.ts";
import type { RawRecord } from "./raw-record.ts";

/** What it takes to open the source of a file: plain data, so that another thread can. */
export interface FileAddress {
  readonly path: string;
  readonly size: number;
  /** Where to begin, and by what the file is known; see `guardedSource`. */
  readonly guard?: { readonly known: string; readonly from: Position | undefined };
}

/** Somewhere records come from, such as a file. */
export interface Source {
  /** What the user calls it: a path, `stdin`. */
  readonly name: string;
  /** No event in it is earlier than this, in milliseconds since 1970. Absent: look into it. */
  readonly startsAt?: number;
  /** Bytes to read, compressed or not, where that is known. */
  readonly size?: number;
  /** Whether it can be read again from the start. */
  readonly rereadable: boolean;
  /** What `sourceAt` opens it with elsewhere. Absent: it can only be read here. */
  readonly address?: FileAddress;
  /**
   * Its records, a batch at a time and in their order. What it could read it delivers; then it throws a CaracalError
   * if it could not read all.
   *
   * @param progress told of the bytes that were read, in the same measure as `size`
   * @param from deliver what comes after this. Default: all. What cannot be read again has no use for it
   */
  read(progress?: (bytes: number) => void, from?: Position): AsyncIterable<readonly RawRecord[]>;
}
