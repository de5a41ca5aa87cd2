import { AnySplitter } from "./any-splitter.ts";
import { decompress } from "./decompress.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { Piece, Splitter } from "./piece.ts";
import type { Position } from "./position.ts";
import type { RawRecord } from "./raw-record.ts";
import { recordsIn } from "./records-in.ts";

/**
 * The records in a stream of bytes, compressed or not, in any of the forms that records come in. When the bytes end
 * early, what was read is delivered before the error is thrown; the record that was cut off is a reject.
 *
 * @param from deliver what comes after this; what stands before it is split, but not parsed
 */
export function recordsOf(
  chunks: AsyncIterable<Buffer>,
  source: string,
  from?: Position,
): AsyncGenerator<readonly RawRecord[]> {
  return recordsBy(new AnySplitter(), decompress(chunks, source), from);
}

/** The records after a position in plain lines of text, where the stream begins with the position's line. */
export function recordsFrom(
  chunks: AsyncIterable<Buffer>,
  from: Position,
): AsyncGenerator<readonly RawRecord[]> {
  return recordsBy(new LineSplitter(from), chunks, from);
}

async function* recordsBy(
  splitter: Splitter,
  chunks: AsyncIterable<Buffer>,
  from: Position | undefined,
): AsyncGenerator<readonly RawRecord[]> {
  let failure: unknown;
  try {
    for await (const chunk of chunks) {
      for (const pieces of few(splitter.push(chunk))) yield pieces.flatMap((piece) => after(piece, from));
    }
  } catch (error) {
    failure = error;
  }
  const pieces = splitter.end();
  const read = failure === undefined ? recordsIn : cutOff;
  if (pieces.length > 0)
    yield pieces.flatMap((piece, at) =>
      at < pieces.length - 1 ? after(piece, from) : after(piece, from, read, "last"),
    );
  if (failure !== undefined) throw failure;
}

/** How many records are made of text at once: parsed, they take several times its room. */
const FEW = 32;

function* few(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  for (let at = 0; at < pieces.length; at += FEW) yield pieces.slice(at, at + FEW);
}

/** How far into a source the header of its lines may stand, in bytes: comments may come before it. */
const HEAD_BYTES = 64 * 1024;

/** A piece's records after a position; those before it only where they may be a header. */
function after(
  piece: Piece,
  from: Position | undefined,
  read: typeof recordsIn = recordsIn,
  which: "any" | "last" = "any",
): RawRecord[] {
  if (from !== undefined && piece.offset < from.offset && piece.offset >= HEAD_BYTES) return [];
  const records = withPositions(read(piece), piece, which);
  if (from === undefined || piece.offset > from.offset) return records;
  return records.flatMap((record, at): RawRecord[] => {
    if (piece.offset === from.offset && at >= from.taken) return [record];
    return record.kind === "rejected" ? [{ ...record, isRepeated: true }] : [];
  });
}

function withPositions(records: RawRecord[], { line, offset }: Piece, which: "any" | "last"): RawRecord[] {
  const isBroken = which === "last" && records.at(-1)?.kind === "rejected";
  if (records.length === 1 && records[0]?.offset === offset && !isBroken) return records;
  const whole = isBroken ? records.findLastIndex(({ kind }) => kind !== "rejected") + 1 : records.length;
  return records.map((record, at) => {
    const position = { line, offset, taken: at + 1, ...(at >= whole && { whole }) };
    return { ...record, position };
  });
}

/** The last piece of an input that ended early, unless it happens to be whole. */
function cutOff(piece: Piece): RawRecord[] {
  const records = recordsIn(piece);
  const [first] = records;
  if (records.length !== 1 || first?.kind !== "rejected" || first.raw !== piece.text) return records;
  return [{ ...first, code: "RECORD_TRUNCATED", message: "the input ended in the middle of the record" }];
}
