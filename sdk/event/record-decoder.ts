import type { Code } from "../base/codes.ts";
import type { Digest } from "../base/digest.ts";
import type { JsonObject } from "../base/json.ts";
import type { Writable } from "../base/writable.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Decoding } from "./decoding.ts";
import { addIndicators } from "./indicators.ts";
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

/**
 * Makes a {@link RecordDecoder}. The first log type takes a record that it reads without a field issue; else, unless
 * strict, the first that has all its required fields. What came before never decides, so any order of records gives
 * the same events.
 */
export function recordDecoder(options: RecordDecoderOptions): RecordDecoder {
  return (record, file) => {
    let second: Candidate | undefined;
    const refusals: Refusal[] = [];
    for (const logType of options.logTypes) {
      const to = new Decoding();
      const candidate = { logType, to, own: logType.decode(record, to) };
      const refusal = refuse(logType.name, to, options.strict);
      if (refusal !== undefined) refusals.push(refusal);
      else if (to.issues.length === 0) return accept(candidate, record, file, options);
      else second ??= candidate;
    }
    return second === undefined ? refuseAll(refusals) : accept(second, record, file, options);
  };
}

interface Candidate {
  readonly logType: LogType;
  readonly to: Decoding;
  readonly own: object;
}

type Refusal = Extract<Decoded, { readonly code: Code }>;

function refuse(name: string, { missing, issues }: Decoding, strict = false): Refusal | undefined {
  if (missing !== undefined) {
    const issue = issues.find(({ path }) => path === missing.path);
    const why = issue === undefined ? `is ${missing.found}` : describe(issue);
    return {
      code: "RECORD_NOT_CLASSIFIED",
      message: `not ${name}: the required field ${missing.path} ${why}`,
    };
  }
  const [issue] = issues;
  if (!strict || issue === undefined) return undefined;
  return { code: "RECORD_FIELD_INVALID", message: `${name}: the field ${issue.path} ${describe(issue)}` };
}

function refuseAll(refusals: readonly Refusal[]): Refusal {
  const [only, ...others] = refusals;
  if (only === undefined) return { code: "RECORD_NOT_CLASSIFIED", message: "there is no log type" };
  if (others.length === 0) return only;
  return { code: "RECORD_NOT_CLASSIFIED", message: refusals.map(({ message }) => message).join("; ") };
}

function describe({ expected, found }: FieldIssue): string {
  return `should be ${expected}, but is ${found}`;
}

const NONE: readonly string[] = [];

function accept(
  { logType, to, own }: Candidate,
  record: JsonObject,
  file: SourceFile | undefined,
  { digest, clock }: RecordDecoderOptions,
): Decoded {
  const event = own as Writable<StandardFields>;
  const parsed = clock();
  event.p_log_type = logType.name;
  event.p_row_id = digest(identityOf(own, logType, record));
  event.p_event_time = to.time ?? parsed;
  event.p_parse_time = parsed;
  if (file !== undefined) event.p_source_file = file;
  if (to.issues.length > 0) event.p_field_issues = to.issues;
  addIndicators(event, to.marks);
  return { event, unknown: to.unknown.size === 0 ? NONE : [...to.unknown] };
}

/** The log type's identity fields, or all that the record says where their first is absent. */
function identityOf(own: object, logType: LogType, record: JsonObject): string {
  const identity = logType.identity?.(own);
  if (identity?.[0] === undefined) return `${logType.name}\n${canonicalJson(record)}`;
  // A date as its number: JSON.stringify is several times slower with a date than without.
  return `${logType.name}\n${JSON.stringify(identity.map((part) => (part instanceof Date ? part.getTime() : part)))}`;
}
