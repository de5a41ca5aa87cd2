import { decompress } from "./decompress.ts";
import { detectSplitter } from "./detect-splitter.ts";
import type { Piece, Splitter } from "./piece.ts";
import type { RawRecord } from "./raw-record.ts";
import { recordsIn } from "./unwrap.ts";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes to look at before deciding what a text is. */
const ENOUGH = 64 * 1024;

/**
 * The records in a stream of bytes, compressed or not, in any of the forms that records come in. When the bytes end
 * early, what was read is delivered before the error is thrown; the record that was cut off is a reject.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  source: string,
): AsyncGenerator<readonly RawRecord[]> {
  let splitter: Splitter | undefined;
  let start: Buffer = Buffer.alloc(0);
  let failure: unknown;
  try {
    for await (const chunk of decompress(chunks, source)) {
      if (splitter !== undefined) {
        yield splitter.push(chunk).flatMap(recordsIn);
        continue;
      }
      start = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
      if (start.length < ENOUGH) continue;
      splitter = detectSplitter(withoutMark(start));
      yield splitter.push(withoutMark(start)).flatMap(recordsIn);
    }
  } catch (error) {
    failure = error;
  }
  if (splitter === undefined) {
    splitter = detectSplitter(withoutMark(start));
    yield splitter.push(withoutMark(start)).flatMap(recordsIn);
  }
  yield splitter.end().flatMap((piece) => (failure === undefined ? recordsIn(piece) : cutOff(piece)));
  if (failure !== undefined) throw failure;
}

function withoutMark(start: Buffer): Buffer {
  return start.subarray(0, 3).equals(BYTE_ORDER_MARK) ? start.subarray(3) : start;
}

/** The last piece of an input that ended early, unless it happens to be whole. */
function cutOff(piece: Piece): RawRecord[] {
  return recordsIn(piece).map((record) =>
    record.kind === "rejected"
      ? { ...record, code: "RECORD_TRUNCATED", message: "the input ended in the middle of the record" }
      : record,
  );
}
