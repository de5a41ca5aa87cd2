import type { ValueSchema } from "../field-schema.ts";
import type { Indicator } from "../indicator.ts";
import type { TimeFormat } from "../time-format.ts";

/** A value's schema as the samples suggest it, with what a reader should know beside it. */
export interface InferredValue {
  readonly type: Exclude<ValueSchema["type"], "int" | "smallint" | "ref">;
  /** Remarks, a line each. */
  readonly notes?: readonly string[];
  /** All the texts there were, two or more, where they are few and often the same. */
  readonly choice?: readonly string[];
  readonly indicators?: readonly Indicator[];
  readonly timeFormats?: readonly TimeFormat[];
  readonly fields?: InferredFields;
  readonly element?: InferredValue;
}

export interface InferredField extends InferredValue {
  readonly name: string;
  readonly required: boolean;
}

/** The fields of an object. */
export interface InferredFields {
  /** At least one. */
  readonly list: readonly InferredField[];
  /** What of the samples has no field, and why, a line each. */
  readonly notes: readonly string[];
}

/** A log schema as the samples suggest it. */
export interface InferredSchema {
  readonly name: string;
  /** How many records it was inferred from. */
  readonly records: number;
  readonly fields: InferredFields;
  /** The one that says when it happened; among `fields`, or below them. */
  readonly eventTime: InferredField | undefined;
}
