import { blankBeforeRecords, isCloudTrail } from "./containers.ts";
import { decompress } from "./decompress.ts";
import { detectForm } from "./detect-form.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { Piece, Splitter } from "./piece.ts";
import type { RawRecord } from "./raw-record.ts";
import { recordsIn } from "./records-in.ts";
import { ValueSplitter } from "./value-splitter.ts";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The records in a stream of bytes, compressed or not, in any of the forms that records come in. When the bytes end
 * early, what was read is delivered before the error is thrown; the record that was cut off is a reject.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  source: string,
): AsyncGenerator<readonly RawRecord[]> {
  const splitter = new AnySplitter();
  let failure: unknown;
  try {
    for await (const chunk of decompress(chunks, source)) {
      for (const pieces of few(splitter.push(chunk))) yield pieces.flatMap(recordsIn);
    }
  } catch (error) {
    failure = error;
  }
  const pieces = splitter.end();
  const last = failure === undefined ? -1 : pieces.length - 1;
  if (pieces.length > 0)
    yield pieces.flatMap((piece, at) => (at === last ? cutOff(piece) : recordsIn(piece)));
  if (failure !== undefined) throw failure;
}

/** How many records are made of text at once: parsed, they take several times its room. */
const FEW = 32;

function* few(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  for (let at = 0; at < pieces.length; at += FEW) yield pieces.slice(at, at + FEW);
}

/** Cuts bytes into pieces in the way that their beginning asks for. */
class AnySplitter implements Splitter {
  #start: Buffer = Buffer.alloc(0);
  #splitter: Splitter | undefined;

  push(chunk: Buffer): readonly Piece[] {
    return this.#splitter === undefined ? this.#begin(chunk, false) : this.#splitter.push(chunk);
  }

  end(): readonly Piece[] {
    const pieces = this.#splitter === undefined ? this.#begin(Buffer.alloc(0), true) : [];
    return [...pieces, ...(this.#splitter?.end() ?? [])];
  }

  #begin(chunk: Buffer, isAll: boolean): readonly Piece[] {
    this.#start = this.#start.length === 0 ? chunk : Buffer.concat([this.#start, chunk]);
    const start = this.#start;
    const form = detectForm(start, isAll);
    if (form === undefined) return [];
    const offset = start.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    this.#start = Buffer.alloc(0);
    const text = start.subarray(offset);
    const trail = trailRecords(text);
    this.#splitter =
      form === "lines" && trail === undefined ? new LineSplitter(offset) : new ValueSplitter(offset);
    return this.#splitter.push(trail ?? text);
  }
}

/** The start of a CloudTrail file with blanks before its records: the one line that it is could fill the memory. */
function trailRecords(start: Buffer): Buffer | undefined {
  const blank = blankBeforeRecords(start.toString("latin1"));
  if (blank === undefined) return undefined;
  const records = Buffer.concat([Buffer.from(blank), start.subarray(blank.length)]);
  const [first] = new ValueSplitter().push(records);
  const [record] = first === undefined ? [] : recordsIn(first);
  return record?.kind === "record" && isCloudTrail(record.value) ? records : undefined;
}

/** The last piece of an input that ended early, unless it happens to be whole. */
function cutOff(piece: Piece): RawRecord[] {
  const records = recordsIn(piece);
  const [first] = records;
  if (records.length !== 1 || first?.kind !== "rejected" || first.raw !== piece.text) return records;
  return [{ ...first, code: "RECORD_TRUNCATED", message: "the input ended in the middle of the record" }];
}
