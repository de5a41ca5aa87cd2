import type { Position } from "./position.ts";
import type { RawRecord } from "./raw-record.ts";

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
  /**
   * Its records, a batch at a time and in their order. What it could read it delivers; then it throws a CaracalError
   * if it could not read all.
   *
   * @param progress told of the bytes that were read, in the same measure as `size`
   * @param from deliver what comes after this. Default: all. What cannot be read again has no use for it
   */
  read(progress?: (bytes: number) => void, from?: Position): AsyncIterable<readonly RawRecord[]>;
}
