import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "../../../sdk/event/sha256.ts";

test.each(["", "abc", "名前\ud83d\ude00", "x".repeat(100_000)])(
  "is the first half of the SHA-256 of the text",
  (text) => {
    expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex").slice(0, 32));
  },
);
