import { constants, zstdCompressSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ZstdFrames } from "../../../sdk/sources/zstd-frames.ts";

const CHECKSUM = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7_919 * at) % 251));
const skippable = Buffer.concat([Buffer.from("5a2a4d1803000000", "hex"), Buffer.alloc(3)]);
const frames = [
  zstdCompressSync(""),
  zstdCompressSync("one"),
  zstdCompressSync("checked", CHECKSUM),
  zstdCompressSync(Buffer.alloc(400_000, 65)),
  zstdCompressSync(noise, CHECKSUM),
  skippable,
];

function walked(bytes: Buffer, cuts: readonly number[] = []): boolean {
  const walk = new ZstdFrames();
  let at = 0;
  for (const cut of [...cuts.toSorted((one, other) => one - other), bytes.length]) {
    walk.push(bytes.subarray(at, cut));
    at = cut;
  }
  return walk.isWhole;
}

test("frames that are there to their last byte are whole, however they come", () => {
  const some = fc.array(fc.constantFrom(...frames), { maxLength: 4 }).map((all) => Buffer.concat(all));
  const cut = some.chain((bytes) =>
    fc.tuple(fc.constant(bytes), fc.array(fc.nat(bytes.length), { maxLength: 6 })),
  );
  fc.assert(fc.property(cut, ([bytes, cuts]) => walked(bytes, cuts)));
});

test("frames that lack bytes at their end are not", () => {
  for (const frame of frames) {
    const lengths = [1, 4, 5, frame.length >> 1, frame.length - 1].filter((length) => length < frame.length);
    for (const length of lengths)
      expect(walked(Buffer.concat([frame, frame.subarray(0, length)]))).toBe(false);
  }
});

test("what is no zstd is left to the decompressor", () => {
  expect(walked(Buffer.from("garbage"))).toBe(true);
});
