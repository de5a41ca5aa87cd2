import { expect, test } from "vitest";
import { isZoneless, isZonelessIso } from "../../../sdk/lint/zoneless.ts";

test.each([
  ["2026-08-12 10:00", true],
  ["2026-08-12T10:00", true],
  ["2026-08-12T10:00:00.000", true],
  ["Aug 12 2026", true],
  ["2026/08/12", true],
  ["2026-08-12", false],
  ["2026-08", false],
  ["2026-08-12T10:00Z", false],
  ["2026-08-12T10:00+02:00", false],
  ["2026-08-12T10:00-0200", false],
  ["Wed, 12 Aug 2026 10:00:00 GMT", false],
  ["12 Aug 2026 10:00 EST", false],
  ["no time", false],
])("whether %s is read in the machine's zone: %s", (text, expected) => {
  expect(isZoneless(text)).toBe(expected);
});

test("parseISO reads a date alone in the machine's zone too", () => {
  expect(isZonelessIso("2026-08-12")).toBe(true);
  expect(isZonelessIso("2026-08-12T10:00Z")).toBe(false);
});
