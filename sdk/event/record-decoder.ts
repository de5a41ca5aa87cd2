import type { Code } from "../base/codes.ts";
import type { Digest } from "../base/digest.ts";
import type { JsonObject } from "../base/json.ts";
import type { Writable } from "../base/writable.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Decoding } from "./decoding.ts";
import { indicatorsOf } from "./indicators.ts";
import type { LogType } from "./log-type.ts";
import type { AnyEvent } from "./log-types.ts";
import type { FieldIssue, SourceFile, StandardFields } from "./standard-fields.ts";

/** What became of a record: an event, or the reason why no log type takes it. */
export type Decoded =
  | { readonly event: AnyEvent; readonly unknown: readonly string[] }
  | { readonly event?: undefined; readonly code: Code; readonly message: string };

export interface RecordDecoderOptions {
  readonly logTypes: readonly LogType[];
  readonly digest: Digest;
  /** The time now, for `p_parse_time`. */
  readonly clock: () => Date;
  /** Reject a record when any of its fields does not fit, as Panther does. Default: leave the field out. */
  readonly strict?: boolean;
}

/** Turns records into events: finds the log type that takes a record, decodes it, and adds the `p_` fields. */
export type RecordDecoder = (record: JsonObject, file?: SourceFile) => Decoded;

/** Makes a {@link RecordDecoder}. The log type that took the last record is tried first for the next. */
export function recordDecoder({
  logTypes,
  digest,
  clock,
  strict = false,
}: RecordDecoderOptions): RecordDecoder {
  const order = [...logTypes];
  return (record, file) => {
    const refusals: { code: Code; message: string }[] = [];
    for (const [index, logType] of order.entries()) {
      const to = new Decoding();
      const own = logType.decode(record, to);
      const refusal = refuse(logType.name, to, strict);
      if (refusal === undefined) {
        if (index > 0) order.unshift(...order.splice(index, 1));
        return {
          event: standardize(own, { logType, to, record, digest, parsed: clock(), file }),
          unknown: to.unknown,
        };
      }
      refusals.push(refusal);
    }
    const code =
      refusals.length === 1 && refusals[0] !== undefined ? refusals[0].code : "RECORD_NOT_CLASSIFIED";
    return { code, message: refusals.map(({ message }) => message).join("; ") };
  };
}

function refuse(name: string, to: Decoding, strict: boolean): { code: Code; message: string } | undefined {
  const [missing] = to.missing;
  if (missing !== undefined) {
    const issue = to.issues.find(({ path }) => path === missing);
    const why = issue === undefined ? "is missing" : describe(issue);
    return { code: "RECORD_NOT_CLASSIFIED", message: `not ${name}: the required field ${missing} ${why}` };
  }
  const [issue] = to.issues;
  if (!strict || issue === undefined) return undefined;
  return { code: "RECORD_FIELD_INVALID", message: `${name}: the field ${issue.path} ${describe(issue)}` };
}

function describe({ expected, found }: FieldIssue): string {
  return `should be ${expected}, but is ${found}`;
}

interface Standard {
  readonly logType: LogType;
  readonly to: Decoding;
  readonly record: JsonObject;
  readonly digest: Digest;
  readonly parsed: Date;
  readonly file: SourceFile | undefined;
}

function standardize(own: object, { logType, to, record, digest, parsed, file }: Standard): AnyEvent {
  const event = own as Writable<StandardFields>;
  event.p_log_type = logType.name;
  event.p_row_id = digest(identityOf(own, logType, record));
  event.p_event_time = to.time ?? parsed;
  event.p_parse_time = parsed;
  if (file !== undefined) event.p_source_file = file;
  if (to.issues.length > 0) event.p_field_issues = to.issues;
  if (to.marks.size > 0) Object.assign(event, indicatorsOf(to.marks));
  return event;
}

/** The log type's identity fields, or all that the record says where their first is absent. */
function identityOf(own: object, logType: LogType, record: JsonObject): string {
  const identity = logType.identity?.(own);
  if (identity?.[0] === undefined) return `${logType.name}\n${canonicalJson(record)}`;
  return JSON.stringify([logType.name, ...identity]);
}
