import { gunzipSync } from "node:zlib";
import type { Code } from "../base/codes.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { parseJson } from "../base/parse-json.ts";
import { blankBeforeRecords, cloudTrailDetail, isCloudTrail, unwrap } from "./containers.ts";
import { MAX_PIECE_BYTES, type Piece, type Place } from "./piece.ts";
import type { RawRecord } from "./raw-record.ts";
import { holdsSeveral, valuesIn } from "./values-in.ts";

/** Containers within containers that are still opened. */
const MAX_DEPTH = 4;

/** Values that are taken out of one line or payload: a few bytes each could fill the memory. */
const MOST_VALUES = 100_000;

/** The beginning of gzip in base64. */
const GZIP_BASE64 = "H4sI";

const BRACE = 123;

/** What JSON can begin with. To fail at every line of a log in text would take longer than to read it. */
const MAY_BE_JSON = /^\s*(?:[{["]|(?:-?\d[\d.eE+-]*|true|false|null)\s*$)/;

/** What `aws logs tail` and a CloudWatch Logs export put before a message: its time, the former also its stream. */
const EXPORT_PREFIX = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)? (?:[^\s{]+ (?=\{))?/;

/**
 * The records in a piece of text: the JSON object that it is, or those in the CloudWatch Logs payload, export line,
 * CloudTrail file, EventBridge event, array or values without a newline between them that it is.
 */
export function recordsIn(piece: Piece): RawRecord[] {
  if (piece.tooLong === undefined) return parse(piece.text, piece, 0);
  const message = `the record is ${piece.tooLong} bytes, over the limit of ${MAX_PIECE_BYTES}; only its beginning is kept here`;
  return [rejected("RECORD_TOO_LARGE", message, piece.text, piece)];
}

/** @param depth containers around the text */
function parse(text: string, place: Place, depth: number): RawRecord[] {
  const trail = parseTrail(text, place, depth);
  if (trail !== undefined) return trail;
  let value: JsonValue;
  if (!MAY_BE_JSON.test(text)) return parseOther(text, place, depth);
  try {
    value = parseJson(text);
  } catch (error) {
    return parseOther(text, place, depth, error);
  }
  if (Array.isArray(value)) return parseValues(text, place, depth);
  if (isJsonObject(value)) return open(value, text, place, depth);
  const type = value === null ? "null" : `a ${typeof value}`;
  return [rejected("RECORD_NOT_OBJECT", `the record is ${type}, not an object`, text, place)];
}

function open(value: JsonObject, raw: string, place: Place, depth: number): RawRecord[] {
  const wrapped = unwrap(value);
  if (wrapped !== undefined) {
    if (depth >= MAX_DEPTH) return [tooDeep(raw, place)];
    const read = wrapped.isPacked ? unpack : parse;
    return wrapped.entries.flatMap((entry) =>
      typeof entry === "string" ? read(entry, place, depth + 1) : [withoutText(entry.odd, place)],
    );
  }
  if (value.messageType === "CONTROL_MESSAGE" && Array.isArray(value.logEvents))
    return [{ kind: "skipped", reason: "control message", line: place.line, offset: place.offset }];
  const { line, offset } = place;
  return [{ kind: "record", value: cloudTrailDetail(value) ?? value, raw, line, offset }];
}

/** The records of a file of CloudTrail; `undefined` for other text, which may begin alike. */
function parseTrail(text: string, place: Place, depth: number): RawRecord[] | undefined {
  const blank = blankBeforeRecords(text);
  if (blank === undefined || depth >= MAX_DEPTH) return undefined;
  const records = parseValues(blank + text.slice(blank.length), place, depth);
  const isTrail = records.some((record) => record.kind === "record" && isCloudTrail(record.value));
  return isTrail ? records : undefined;
}

/** What is not JSON as a whole. */
function parseOther(text: string, place: Place, depth: number, error?: unknown): RawRecord[] {
  const prefix = EXPORT_PREFIX.exec(text)?.[0] ?? (text.startsWith("\uFEFF") ? "\uFEFF" : "");
  if (prefix !== "" && depth < MAX_DEPTH) {
    const records = parse(text.slice(prefix.length), place, depth + 1);
    // Where nothing comes of the rest, the line was no export's but a text that begins with a time.
    if (records.some(({ kind }) => kind !== "rejected")) return records;
  }
  if (text.startsWith(GZIP_BASE64) && depth < MAX_DEPTH) return unpack(text, place, depth + 1);
  if (holdsSeveral(text)) return parseValues(text, place, depth);
  return [rejected("RECORD_JSON_BROKEN", brokenJson(error), text, place)];
}

/** The elements of an array, or values one after another. */
function parseValues(text: string, { line, offset }: Place, depth: number): RawRecord[] {
  if (depth >= MAX_DEPTH) return [tooDeep(text, { line, offset })];
  const values = valuesIn(text, MOST_VALUES);
  if (values === undefined) {
    const message = `more than ${MOST_VALUES} values in one piece of text`;
    return [rejected("RECORD_PAYLOAD_BROKEN", message, text, { line, offset })];
  }
  return values.flatMap((value) => {
    // Only in a text that stands in the source itself can a value's place be told.
    const place =
      depth === 0 ? { line: line + value.line - 1, offset: offset + value.offset } : { line, offset };
    return parse(value.text, place, depth + 1);
  });
}

/** What is in base64, and may be gzip in there. */
function unpack(text: string, place: Place, depth: number): RawRecord[] {
  const bytes = Buffer.from(text, "base64");
  if (bytes[0] === BRACE) return parse(bytes.toString("utf8"), place, depth);
  let payload: Buffer;
  try {
    payload = gunzipSync(bytes, { maxOutputLength: MAX_PIECE_BYTES });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [rejected("RECORD_PAYLOAD_BROKEN", `the payload is no gzip in base64: ${why}`, text, place)];
  }
  return parse(payload.toString("utf8"), place, depth);
}

/** Says where JSON breaks, without the excerpt of the log that the engine's message carries. */
function brokenJson(error: unknown): string {
  if (error instanceof RangeError) return "the record is nested too deeply to be read";
  const at = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return at === undefined
    ? "the record is not valid JSON"
    : `the record is not valid JSON from character ${at} on`;
}

function withoutText(entry: JsonValue, place: Place): RawRecord {
  const message = "an entry of the payload has no text";
  return rejected("RECORD_PAYLOAD_BROKEN", message, JSON.stringify(entry), place);
}

function tooDeep(raw: string, place: Place): RawRecord {
  return rejected("RECORD_PAYLOAD_BROKEN", "too many containers within each other", raw, place);
}

function rejected(code: Code, message: string, raw: string, { line, offset }: Place): RawRecord {
  return { kind: "rejected", code, message, raw, line, offset };
}
