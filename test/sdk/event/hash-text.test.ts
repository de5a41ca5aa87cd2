import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashText } from "../../../sdk/event/hash-text.ts";
import { HASH_ALGORITHMS } from "../../../sdk/schema/transformations.ts";

test.each([
  ["md5", "900150983cd24fb0d6963f7d28e17f72"],
  ["sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
] as const)("the %s of abc is the one of its standard", (algorithm, digest) => {
  expect(hashText("abc", algorithm, "")).toBe(digest);
});

test("property: the salt comes before the text, both as UTF-8", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.constantFrom(...HASH_ALGORITHMS), text, text, (algorithm, salt, plain) => {
      const digest = createHash(algorithm).update(Buffer.from(salt)).update(Buffer.from(plain)).digest("hex");
      expect(hashText(plain, algorithm, salt)).toBe(digest);
    }),
  );
});
