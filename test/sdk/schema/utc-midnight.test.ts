import * as fc from "fast-check";
import { expect, test } from "vitest";
import { utcMidnight } from "../../../sdk/schema/utc-midnight.ts";

test.each([
  [2026, 2, 29],
  [2026, 6, 31],
  [2026, 0, 1],
  [2026, 13, 1],
  [2026, 1, 0],
  [2026, 1, 32],
])("no calendar has %i-%i-%i", (year, month, day) => {
  expect(utcMidnight(year, month, day)).toBeUndefined();
});

test("property: every day from the year 0 to 9999 begins when Date says so", () => {
  const date = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(date, (time) => {
      const midnight = utcMidnight(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
      return midnight === new Date(time).setUTCHours(0, 0, 0, 0);
    }),
  );
});
