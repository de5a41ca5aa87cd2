import type { JsonValue } from "../base/json.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import type { OwnFields } from "../event/log-type.ts";
import type { StandardFields } from "../event/standard-fields.ts";

/**
 * A raw record as a test writes it, of a rule or of a log type by its name: the fields of the event, all optional.
 * Times are dates or text, fields of any JSON take any JSON, and `null` stands for a field that is not there.
 *
 * @example
 * const differs: SampleOf<"AWS.BedrockModelInvocation"> = { errorCode: "AccessDeniedException" };
 * const same: SampleOf<typeof errorSpike> = differs;
 */
export type SampleOf<Of extends LogTypeName | { readonly logTypes: readonly LogTypeName[] }> =
  Of extends LogTypeName
    ? RecordOf<EventOf<Of>>
    : Of extends { readonly logTypes: readonly (infer Name extends LogTypeName)[] }
      ? SampleOf<Name>
      : never;

/** The raw record of an event. */
export type RecordOf<E> = E extends StandardFields ? RawObject<OwnFields<E>> : never;

type RawObject<T> = { readonly [K in keyof T]?: Raw<NonNullable<T[K]>> | null | undefined };

type Raw<T> =
  NonNullable<JsonValue> extends T
    ? JsonValue
    : T extends Date
      ? Date | string | number
      : T extends readonly (infer Element)[]
        ? readonly Raw<NonNullable<Element>>[]
        : T extends object
          ? RawObject<T>
          : T;
