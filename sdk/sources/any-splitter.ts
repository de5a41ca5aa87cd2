import { blankBeforeRecords, isCloudTrail } from "./containers.ts";
import { detectForm } from "./detect-form.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { Piece, Splitter } from "./piece.ts";
import { recordsIn } from "./records-in.ts";
import { ValueSplitter } from "./value-splitter.ts";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Cuts bytes into pieces in the way that their beginning asks for. */
export class AnySplitter implements Splitter {
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
    this.#start = Buffer.alloc(0);
    const offset = markLength(start);
    const text = start.subarray(offset);
    const trail = trailRecords(text);
    this.#splitter =
      form === "lines" && trail === undefined
        ? new LineSplitter({ line: 1, offset })
        : new ValueSplitter(offset);
    return this.#splitter.push(trail ?? text);
  }
}

/** Whether a text that begins so is cut into lines, wherever they stand. */
export function isOfLines(start: Buffer): boolean {
  return (
    detectForm(start, false) === "lines" && trailRecords(start.subarray(markLength(start))) === undefined
  );
}

function markLength(start: Buffer): number {
  return start.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
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
