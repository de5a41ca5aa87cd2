import type { Code } from "../base/codes.ts";

/** A record that could not become an event, or an event that a rule could not count: kept whole, with the reason. */
export interface Reject {
  readonly source: string;
  /** From 1. */
  readonly line: number;
  /** Bytes before it in the source, decompressed. */
  readonly offset: number;
  readonly code: Code;
  readonly message: string;
  /** The record's text. */
  readonly raw: string;
}
