import { describe, expect, expectTypeOf, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { type Duration, isDuration, toDuration, toMilliseconds } from "../../../sdk/base/duration.ts";

describe("a length of time", () => {
  test.each([
    ["1ms", 1],
    ["90s", 90_000],
    ["15m", 900_000],
    ["1h", 3_600_000],
    ["7d", 604_800_000],
    ["2w", 1_209_600_000],
    ["1.5h", 5_400_000],
    ["1.1h", 3_960_000],
    ["0.3s", 300],
    ["007m", 420_000],
  ])("%s is %i ms", (text, milliseconds) => {
    expect(isDuration(text)).toBe(true);
    expect(toMilliseconds(text)).toBe(milliseconds);
  });

  test.each([
    "",
    "0s",
    "0.0m",
    "0.1ms",
    "15",
    "m",
    "15 m",
    " 15m",
    "-1h",
    "+1h",
    "1y",
    "1H",
    "1e3s",
    ".5h",
    "1.h",
  ])("%j is none", (text) => {
    expect(isDuration(text)).toBe(false);
    expect(() => toMilliseconds(text)).toThrow(CaracalError);
  });

  test("that is none is refused with what to write instead", () => {
    expect(() => toMilliseconds("soon")).toThrow(
      'ARGUMENT_INVALID "soon" is not a length of time; write a number above zero and a unit, such as 90s, 15m, 1h or 7d',
    );
  });

  test.each([
    [1_209_600_000, "2w"],
    [86_400_000, "1d"],
    [90_000, "90s"],
    [3_600_000, "1h"],
    [1_500, "1500ms"],
    [0, "0ms"],
  ])("of %i ms is written %s", (milliseconds, text) => {
    expect(toDuration(milliseconds)).toBe(text);
  });

  test("is a type: a unit that does not exist does not compile", () => {
    expectTypeOf<"15m">().toExtend<Duration>();
    expectTypeOf<"15 minutes">().not.toExtend<Duration>();
  });
});
