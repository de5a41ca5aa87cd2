import { array, assert, constantFrom, oneof, property, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { tokenRuns } from "../../../sdk/text/token-runs.ts";

test("it finds each run of twenty and more, and no other", () => {
  const piece = oneof(
    stringMatching(/^[A-Za-z0-9+/=_.-]{15,45}$/),
    stringMatching(/^[A-Za-z0-9]{1,9}$/),
    constantFrom(" ", ", ", "\n", "€", "漢", ":"),
  );
  assert(
    property(array(piece, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      expect(tokenRuns(text)).toEqual(text.match(/[A-Za-z0-9+/=_.-]{20,}/g) ?? []);
    }),
    { numRuns: 1_000 },
  );
});
