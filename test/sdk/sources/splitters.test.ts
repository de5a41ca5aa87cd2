import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineSplitter } from "../../../sdk/sources/line-splitter.ts";
import { type Piece, PieceBuilder, type Splitter } from "../../../sdk/sources/piece.ts";
import { ValueSplitter } from "../../../sdk/sources/value-splitter.ts";

const [MOST, KEPT] = [1_000, 100];

/** What may stand between values. */
const BETWEEN = /[\s,\]}[]/g;

const splitters: [string, () => Splitter][] = [
  ["LineSplitter", () => new LineSplitter({ line: 1, offset: 0 }, new PieceBuilder(MOST, KEPT))],
  ["ValueSplitter", () => new ValueSplitter(0, new PieceBuilder(MOST, KEPT))],
];

function piecesOf(splitter: Splitter, bytes: Buffer, cuts: readonly number[]): Piece[] {
  const places = [0, ...cuts, bytes.length].toSorted((one, other) => one - other);
  const chunks = places.slice(1).map((end, at) => bytes.subarray(places[at], end));
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}

const part = fc.constantFrom(...Array.from('{}[]",: \n\r\\a1é€😀'), "\r\n", '"}"', "\\\\", '{"é":1}');
const anyText = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));

describe.each(splitters)("%s", (_name, create) => {
  test("cuts the same wherever its chunks are cut", () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(80), { maxLength: 20 }), (content, cuts) => {
        const bytes = Buffer.from(content);
        const within = cuts.map((cut) => Math.min(cut, bytes.length));
        expect(piecesOf(create(), bytes, within)).toEqual(piecesOf(create(), bytes, []));
      }),
      { numRuns: 500 },
    );
  });

  test("loses nothing but what stands between", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const raw = piecesOf(create(), Buffer.from(content), []).map((piece) => piece.text);
        expect(raw.join("").replaceAll(BETWEEN, "")).toBe(content.replaceAll(BETWEEN, ""));
      }),
    );
  });

  test.each([
    ["in one chunk", []],
    ["in several", [10, KEPT, MOST, MOST + 1, MOST + 2]],
  ])("keeps the beginning of a piece that is too long, %s", (_how, cuts) => {
    const long = Buffer.alloc(MOST + 20, '"x');
    long.fill("x", 1);
    const pieces = piecesOf(create(), Buffer.concat([long, Buffer.from('"\n{"a":1}\n')]), cuts);
    expect(pieces.map(({ text, ...place }) => ({ length: text.length, ...place }))).toMatchObject([
      { length: KEPT, line: 1, offset: 0, tooLong: long.length + 1 },
      { length: 7, line: 2, offset: long.length + 2 },
    ]);
    expect(pieces[0]?.text.startsWith('"xx')).toBe(true);
  });

  test("a piece of the longest that is read is whole", () => {
    const [piece, ...others] = piecesOf(create(), Buffer.alloc(MOST, "x"), [5]);
    expect(piece).not.toHaveProperty("tooLong");
    expect(piece?.text).toHaveLength(MOST);
    expect(others).toEqual([]);
  });
});
