import { constants, gunzipSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { decompress } from "../../../sdk/sources/decompress.ts";
import { chunksOf, drain } from "./helpers.ts";

const line = (at: number): string => `{"at":${at},"text":"${((at * 7_919) % 100_003).toString(36)}"}\n`;
const small = Buffer.from(line(1));
const large = Buffer.from(Array.from({ length: 30_000 }, (_, at) => line(at)).join(""));
const formats = [
  ["gzip", gzipSync],
  ["zstd", zstdCompressSync],
] as const;

async function decompressed(bytes: Buffer, cuts: readonly number[] = []): Promise<[Buffer, string[]]> {
  const { items, codes } = await drain(decompress(chunksOf(bytes, cuts), "logs"));
  return [Buffer.concat(items), codes];
}

test.each([
  ["nothing", Buffer.alloc(0)],
  ["one byte", Buffer.from("{")],
  ["a text", small],
  ["half of the first bytes of zstd", Buffer.from([0x28, 0xb5, 0x2f])],
])("%s is as it is", async (_name, bytes) => {
  expect(await decompressed(bytes)).toEqual([bytes, []]);
  expect(await decompressed(bytes, [0, 1])).toEqual([bytes, []]);
});

async function* failing(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
  throw new CaracalError({ code: "INPUT_UNREADABLE", source: "logs", message: "gone" });
}

describe.each(formats)("%s", (name, compress) => {
  const empty = compress(Buffer.alloc(0));
  const [one, two] = [compress(small), compress(large)];
  const both = Buffer.concat([small, large]);
  const every = Array.from({ length: 40 }, (_, at) => at + 1);

  test.each<[string, Buffer, number[], Buffer]>([
    ["empty", empty, [], Buffer.alloc(0)],
    ["in one chunk", two, [], large],
    ["byte by byte at first", two, every, large],
    ["two files, cut nowhere", Buffer.concat([one, two]), [], both],
    ["two files, cut between", Buffer.concat([one, two]), [one.length], both],
    ["two files, cut in the second's first bytes", Buffer.concat([one, two]), [one.length + 1], both],
    ["two files, cut everywhere", Buffer.concat([one, two]), [...every, one.length - 1], both],
    [
      "many files",
      Buffer.concat([empty, ...Array.from({ length: 300 }, () => one), empty]),
      [777],
      Buffer.alloc(300 * small.length, small),
    ],
  ])("%s", async (_name, bytes, cuts, expected) => {
    const [got, codes] = await decompressed(bytes, cuts);
    expect(codes).toEqual([]);
    expect(got.equals(expected)).toBe(true);
  });

  test.each([
    [
      "right after its first bytes",
      Buffer.concat([two.subarray(0, 4), Buffer.from("garbage, garbage, garbage")]),
      0,
    ],
    [
      "in the middle",
      Buffer.concat([two.subarray(0, two.length / 2), Buffer.alloc(two.length / 2, 7)]),
      large.length / 4,
    ],
    ["after its end", Buffer.concat([two, Buffer.from("garbage")]), large.length - 512 * 1024],
  ])("garbage %s", async (_where, bytes, atLeast) => {
    for (const cuts of [[], [two.length], every]) {
      const [got, codes] = await decompressed(bytes, cuts);
      expect(codes).toEqual(["INPUT_CORRUPT logs"]);
      expect(got.length).toBeGreaterThanOrEqual(atLeast);
      if (got.length <= large.length)
        expect(got.subarray(0, atLeast).equals(large.subarray(0, atLeast))).toBe(true);
    }
  });

  test("an error names the format", async () => {
    const reading = Array.fromAsync(decompress(chunksOf(two.subarray(0, 99)), "logs"));
    await expect(reading).rejects.toMatchObject({
      issues: [{ code: "INPUT_CORRUPT", message: expect.stringContaining(name) }],
    });
  });

  test("an error of the chunks comes after what was read before it", async () => {
    const { items, codes } = await drain(decompress(failing(two.subarray(0, -9)), "logs"));
    expect(codes).toEqual(["INPUT_UNREADABLE logs"]);
    expect(Buffer.concat(items).length).toBeGreaterThan(large.length / 2);
  });

  test("can be left at any time", async () => {
    let isClosed = false;
    async function* chunks(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield two;
      } finally {
        isClosed = true;
      }
    }
    const reading = decompress(chunks(), "logs");
    expect((await reading.next()).done).toBe(false);
    await reading.return(undefined);
    expect(isClosed).toBe(true);
    expect(process.getActiveResourcesInfo().filter((resource) => /zlib|zstd/i.test(resource))).toEqual([]);
  });
});

describe("a cut", () => {
  const bytes = Buffer.concat([gzipSync(small), gzipSync(large)]);
  const places = [
    1,
    2,
    3,
    9,
    10,
    11,
    30,
    70,
    99,
    100,
    101,
    5_000,
    65_536,
    65_537,
    bytes.length - 9,
    bytes.length - 8,
    bytes.length - 1,
  ];
  test.each(places)("of gzip after %d bytes", async (length) => {
    const cut = bytes.subarray(0, length);
    const [got, codes] = await decompressed(cut);
    const expected = length < 2 ? cut : gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH });
    expect(codes).toEqual(length < 2 ? [] : ["INPUT_CORRUPT logs"]);
    expect(got.equals(expected)).toBe(true);
  });

  test.each([4, 5, 17, 20_000, -5, -1])("of zstd after %d bytes", async (length) => {
    const [got, codes] = await decompressed(zstdCompressSync(large).subarray(0, length));
    expect(codes).toEqual(["INPUT_CORRUPT logs"]);
    expect(got.equals(large.subarray(0, got.length))).toBe(true);
    if (length < 0) expect(got.length).toBeGreaterThan(large.length - 128 * 1024);
  });
});

test.each([512, 1])("zeros after gzip are padding: %d", async (length) => {
  const bytes = gzipSync(small);
  const padded = Buffer.concat([bytes, Buffer.alloc(length), bytes, Buffer.alloc(length)]);
  for (const cuts of [[], [bytes.length], [bytes.length + length]]) {
    expect(await decompressed(padded, cuts)).toEqual([Buffer.concat([small, small]), []]);
  }
});

test("zstd may begin with a frame without content", async () => {
  const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
  const bytes = Buffer.concat([skippable, zstdCompressSync(small), skippable]);
  expect(await decompressed(bytes)).toEqual([small, []]);
});
