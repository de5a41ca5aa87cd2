import { assert, integer, property, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { sharedPiece } from "../../../sdk/text/index.ts";

const SOURCE = Array.from({ length: 40 }, (_, at) => `Sentence ${at} tells of parcel ${at * 7}. `).join("");

test("it counts what a copy has of the beginning, wherever it stands in the copy", () => {
  assert(
    property(integer({ min: 90, max: 600 }), stringMatching(/^[a-z]{0,40}$/), (length, around) => {
      expect(sharedPiece(SOURCE, `${around}#${SOURCE.slice(0, length)}#${around}`)).toBe(length);
    }),
  );
});

test("long pieces from further on count too", () => {
  expect(sharedPiece(SOURCE, SOURCE.slice(500, 1_100))).toBe(600);
});

test("texts of their own share nothing", () => {
  expect(sharedPiece(SOURCE, "Your parcel arrives on Tuesday, between nine and noon.")).toBe(0);
  expect(sharedPiece(SOURCE, "")).toBe(0);
  expect(sharedPiece("", SOURCE)).toBe(0);
});
