import type { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { Decoding } from "./decoding.ts";
import type { OpenLineParser } from "./line-parser.ts";
import type { StandardFields } from "./standard-fields.ts";

/** An event's own fields, without those that every event has. */
export type OwnFields<E extends StandardFields> = Omit<E, keyof StandardFields>;

/** A log type at run time, as `caracal generate` writes it: how its records are read. */
export interface LogType<E extends StandardFields = StandardFields> {
  readonly name: E["p_log_type"];
  /**
   * Top-level keys that each of its records has, with a value: by them it is told from other log types. Default: none.
   */
  readonly keys?: readonly string[];
  /** The only texts that a top-level key of its records can have. Default: any. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Reads lines of text as records. Without it records are JSON. */
  readonly parser?: OpenLineParser;
  /** Reads a record's fields; what does not fit is told to the {@link Decoding}. */
  readonly decode: (record: JsonObject, to: Decoding) => OwnFields<E>;
  /**
   * What tells one record from another; absent when only its whole content does. A method, so that lists can hold
   * log types of different events.
   */
  identity?(event: OwnFields<E>): readonly unknown[];
  /** Makes the zod schema of an event's own fields, for checking events that come from elsewhere. */
  readonly schema: () => z.ZodType<OwnFields<E>>;
}
