import type { Indicator } from "./indicator.ts";
import type { TimeFormat } from "./time-format.ts";
import type { Transformations } from "./transformations.ts";

/** What a text must be for the record to be of this log type. */
export interface Validation {
  /** The texts that are allowed. Where both are given, this one decides. */
  readonly allow?: readonly string[] | undefined;
  /** The texts that are not. */
  readonly deny?: readonly string[] | undefined;
  readonly ip?: IpVersion | undefined;
  readonly cidr?: IpVersion | undefined;
}

export type IpVersion = "ipv4" | "ipv6" | "any";

interface Described {
  readonly description?: string | undefined;
}

/** The shape of a value: what a field holds, or each element of an array. */
export type ValueSchema = Described &
  (
    | {
        readonly type: "string";
        readonly indicators?: readonly Indicator[] | undefined;
        readonly validate?: Validation | undefined;
      }
    | { readonly type: "int" | "smallint" | "bigint" | "float" | "boolean" }
    | {
        readonly type: "timestamp";
        readonly timeFormats: readonly TimeFormat[];
        readonly isEventTime: boolean;
        readonly isExpiration: boolean;
      }
    | { readonly type: "object"; readonly fields: readonly FieldSchema[]; readonly isEmbeddedJSON: boolean }
    | { readonly type: "array"; readonly element: ValueSchema; readonly isEmbeddedJSON: boolean }
    | { readonly type: "json"; readonly isEmbeddedJSON: boolean }
    /** Stands for the definition of that name. */
    | { readonly type: "ref"; readonly target: string }
  );

/** A named value of an object, and whether a record must have it. */
export type FieldSchema = ValueSchema &
  Transformations & { readonly name: string; readonly required: boolean };
