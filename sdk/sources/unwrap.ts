import { gunzipSync } from "node:zlib";
import type { Code } from "../base/codes.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { MAX_PIECE_BYTES, type Piece } from "./piece.ts";
import type { RawRecord } from "./raw-record.ts";
import { ValueSplitter } from "./value-splitter.ts";

/** Containers within containers that are still opened. */
const MAX_DEPTH = 4;

/** The beginning of gzip in base64. */
const GZIP_BASE64 = "H4sI";

/** What `aws logs` and a CloudWatch Logs export put before a message. */
const EXPORT_PREFIX = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z /;

/**
 * The records in a piece of text: the JSON object that it is, or the messages of the CloudWatch Logs payload, export
 * line, array or values without a newline between them that it holds.
 */
export function recordsIn(piece: Piece): RawRecord[] {
  if (piece.tooLong === undefined) return parse(piece.text, piece, 0);
  const message = `the record is ${piece.tooLong} bytes, over the limit of ${MAX_PIECE_BYTES}; only its beginning is kept here`;
  return [rejected("RECORD_TOO_LARGE", message, piece.text, piece)];
}

function parse(text: string, piece: Piece, depth: number): RawRecord[] {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return parseOther(text, piece, depth, error);
  }
  return unwrap(value, text, piece, depth);
}

function unwrap(value: JsonValue, raw: string, piece: Piece, depth: number): RawRecord[] {
  if (depth > MAX_DEPTH)
    return [rejected("RECORD_PAYLOAD_BROKEN", "too many containers within each other", raw, piece)];
  if (Array.isArray(value))
    return value.flatMap((one: JsonValue) => unwrap(one, JSON.stringify(one), piece, depth + 1));
  if (!isJsonObject(value)) {
    return [
      rejected(
        "RECORD_NOT_OBJECT",
        `the record is ${value === null ? "null" : `a ${typeof value}`}, not an object`,
        raw,
        piece,
      ),
    ];
  }
  const messages = messagesIn(value);
  if (messages !== undefined) return messages.flatMap((message) => parse(message, piece, depth + 1));
  if (value.messageType === "CONTROL_MESSAGE" && Array.isArray(value.logEvents)) {
    return [{ kind: "skipped", reason: "control message", line: piece.line, offset: piece.offset }];
  }
  return [{ kind: "record", value, raw, line: piece.line, offset: piece.offset }];
}

/** The texts within a container that wraps log messages, or `undefined` for an object that is none. */
function messagesIn(value: JsonObject): string[] | undefined {
  if (value.messageType === "DATA_MESSAGE") return textsOf(value.logEvents, "message");
  if (isJsonObject(value.awslogs)) return textsOf([value.awslogs], "data");
  if (Array.isArray(value.events) && value.schemaType === undefined) return textsOf(value.events, "message");
  if (!Array.isArray(value.Records)) return undefined;
  return textsOf(
    value.Records.map((record: JsonValue) => (isJsonObject(record) ? (record.kinesis ?? null) : null)),
    "data",
  );
}

function textsOf(list: JsonValue | undefined, key: string): string[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const texts = list.map((one: JsonValue) => (isJsonObject(one) ? one[key] : undefined));
  return texts.every((text) => typeof text === "string") ? texts : undefined;
}

function parseOther(text: string, piece: Piece, depth: number, error: unknown): RawRecord[] {
  if (depth <= MAX_DEPTH) {
    const prefix = EXPORT_PREFIX.exec(text);
    if (prefix !== null) return parse(text.slice(prefix[0].length), piece, depth + 1);
    if (text.startsWith(GZIP_BASE64)) return parsePayload(text, piece, depth);
    const values = concatenated(text);
    if (values !== undefined) return values.flatMap((value) => parse(value, piece, depth + 1));
  }
  return [rejected("RECORD_JSON_BROKEN", brokenJson(error), text, piece)];
}

function parsePayload(text: string, piece: Piece, depth: number): RawRecord[] {
  try {
    const payload = gunzipSync(Buffer.from(text.trim(), "base64"), { maxOutputLength: MAX_PIECE_BYTES });
    return parse(payload.toString("utf8"), piece, depth + 1);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [rejected("RECORD_PAYLOAD_BROKEN", `the payload is no gzip in base64: ${why}`, text, piece)];
  }
}

/** JSON objects one after another, as a delivery stream writes them; only if each of them is whole. */
function concatenated(text: string): string[] | undefined {
  if (!/\}\s{0,8}\{/.test(text)) return undefined;
  const splitter = new ValueSplitter();
  const values = [...splitter.push(Buffer.from(text)), ...splitter.end()].map((piece) => piece.text);
  return values.length > 1 && values.every(isWhole) ? values : undefined;
}

function isWhole(text: string): boolean {
  try {
    return isJsonObject(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Says where JSON breaks, without the excerpt of the log that the engine's message carries. */
function brokenJson(error: unknown): string {
  const at = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return at === undefined
    ? "the record is not valid JSON"
    : `the record is not valid JSON from character ${at} on`;
}

function rejected(code: Code, message: string, raw: string, { line, offset }: Piece): RawRecord {
  return { kind: "rejected", code, message, raw, line, offset };
}
