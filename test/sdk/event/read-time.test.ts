import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import type { JsonValue } from "../../../sdk/base/json.ts";
import { timeReader } from "../../../sdk/event/read-time.ts";
import { TIME_FORMATS, type TimeFormat } from "../../../sdk/schema/time-format.ts";

const ALL: readonly TimeFormat[] = [...TIME_FORMATS, "%Y-%m-%d"];

describe("a time", () => {
  test.each<[TimeFormat, JsonValue, number]>([
    ["rfc3339", "2026-08-03T22:54:46.123Z", 1_785_797_686_123],
    ["rfc3339", "2026-08-03 22:54:46.123456789", 1_785_797_686_123],
    ["unix", 1_785_797_686, 1_785_797_686_000],
    ["unix", "1785797686", 1_785_797_686_000],
    ["unix", 1_785_797_686.123_456, 1_785_797_686_123],
    ["unix", "1785797686.123456789", 1_785_797_686_123],
    ["unix", 0, 0],
    ["unix", -1.5, -1_500],
    ["unix_ms", 1_785_797_686_123, 1_785_797_686_123],
    ["unix_ms", "1785797686123", 1_785_797_686_123],
    ["unix_us", 1_785_797_686_123_999, 1_785_797_686_123],
    ["unix_us", "1785797686123999", 1_785_797_686_123],
    ["unix_ns", "1785797686123000000", 1_785_797_686_123],
    ["unix_ns", "1785797686123999999", 1_785_797_686_123],
    ["unix_ns", "1785797686123999999.9", 1_785_797_686_123],
    ["unix_ns", "7", 0],
    ["unix_ns", 1_500_000, 1],
    ["unix_ns", "-1500000", -2],
    ["unix_auto", 99_999_999_999, 99_999_999_999_000],
    ["unix_auto", 100_000_000_000, 100_000_000_000],
    ["unix_auto", "99999999999999", 99_999_999_999_999],
    ["unix_auto", "100000000000000", 100_000_000_000],
    ["unix_auto", "99999999999999980", 99_999_999_999_999],
    ["unix_auto", "100000000000000000", 100_000_000_000],
    ["unix_auto", "1785797686123999999", 1_785_797_686_123],
    ["unix_auto", -1_785_797_686, -1_785_797_686_000],
    ["cloudflare", "2026-08-03T22:54:46Z", 1_785_797_686_000],
    ["cloudflare", 1_785_797_686, 1_785_797_686_000],
    ["cloudflare", "1785797686123000000", 1_785_797_686_123],
    ["%d %b %Y", "3 Aug 2026", 1_785_715_200_000],
  ])("%s reads %j", (format, value, time) => {
    expect(timeReader(format)(value)).toBe(time);
  });

  test("property: nanoseconds as text are exact to the millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 999_999 }), (time, rest) => {
        expect(timeReader("unix_ns")(`${time}${String(rest).padStart(6, "0")}`)).toBe(time);
      }),
    );
  });
});

describe("no time", () => {
  test.each<[TimeFormat, JsonValue]>([
    ["rfc3339", 1_785_797_686],
    ["unix", "2026-08-03T22:54:46Z"],
    ["unix", "1e9"],
    ["unix", "0x10"],
    ["unix", " 1785797686"],
    ["unix", 1e300],
    ["unix_auto", "0x10"],
    ["unix_auto", "now"],
    ["cloudflare", "now"],
    ["%Y-%m-%d", 20_260_803],
    ["%Y-%m-%d", "2026-02-30"],
  ])("%s does not read %j", (format, value) => {
    expect(timeReader(format)(value)).toBeUndefined();
  });

  test.each(ALL)("%s reads no text of a million digits", (format) => {
    expect(timeReader(format)("1".repeat(1_000_000))).toBeUndefined();
  });

  test.each(ALL)("%s reads nothing but text and numbers", (format) => {
    let nested: JsonValue = 1_785_797_686;
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    const object = JSON.parse('{"toString":1,"valueOf":1,"__proto__":null}') as JsonValue;
    for (const value of [null, true, false, "", [], [1_785_797_686], {}, object, nested])
      expect(timeReader(format)(value)).toBeUndefined();
  });
});

test("a format is compiled once", () => {
  expect(timeReader("%d.%m.%Y")).toBe(timeReader("%d.%m.%Y"));
});

test("a pattern that cannot be used is refused, and not later taken for one that can", () => {
  for (let time = 0; time < 2; time++) expect(() => timeReader("%H:%M")).toThrow(CaracalError);
});
