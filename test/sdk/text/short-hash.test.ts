import { createHash } from "node:crypto";
import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { shortHash } from "../../../sdk/text/index.ts";

test("it is the beginning of the text's SHA-256, whatever its length", () => {
  assert(
    property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(shortHash(text, 64)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
  expect(shortHash("abc")).toBe("ba7816bf8f01");
});
