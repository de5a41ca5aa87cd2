import { appendFileSync, copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprint } from "../../../sdk/sources/fingerprint.ts";
import { folderWith } from "./helpers.ts";

const EDGE = 64 * 1024;

test.each([1, 1_000, EDGE, EDGE + 1, 2 * EDGE, 3 * EDGE])(
  "a file of %d bytes is known by its content, under any name and after it grew",
  async (size) => {
    const folder = await folderWith({ a: Buffer.alloc(size, "abc") });
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    const print = fingerprint(a, size);
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    copyFileSync(a, b);
    appendFileSync(b, "more");
    expect(fingerprint(b, size)).toBe(print);
    expect(fingerprint(b, size + 4)).not.toBe(print);
  },
);

test.each<[string, number, number]>([
  ["its first byte", 300_000, 0],
  ["the last byte of its first 64 KiB", 300_000, EDGE - 1],
  ["the first byte of its last 64 KiB", 300_000, 300_000 - EDGE],
  ["its last byte", 300_000, 299_999],
  ["its middle, when it is small", 2 * EDGE, EDGE],
])("a file that was changed in %s is another", async (_where, size, at) => {
  const bytes = Buffer.alloc(size, "abc");
  const folder = await folderWith({ a: bytes });
  const path = join(folder, "a");
  const before = fingerprint(path, size);
  bytes[at] = 0;
  writeFileSync(path, bytes);
  expect(fingerprint(path, size)).not.toBe(before);
});

test("a body beside Bedrock's logs is not taken for a log with the same content", async () => {
  const body = "data/1bb11533-0ab6-46fe-8614-822e7bf0e695_output.json";
  const folder = await folderWith({ [body]: "{}", "log.json": "{}" });
  expect(fingerprint(join(folder, body), 2)).not.toBe(fingerprint(join(folder, "log.json"), 2));
});
