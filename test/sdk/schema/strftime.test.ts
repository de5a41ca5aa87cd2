import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { compileStrftime, strftimeProblem } from "../../../sdk/schema/strftime.ts";

function read(pattern: string, text: string): string | undefined {
  const time = compileStrftime(pattern).parse(text);
  return time === undefined ? undefined : new Date(time).toISOString();
}

describe("a time", () => {
  test.each([
    ["%d/%b/%Y:%H:%M:%S %z", "10/Oct/2000:13:55:36 -0700", "2000-10-10T20:55:36.000Z"],
    ["%Y-%m-%d", "1970-01-01", "1970-01-01T00:00:00.000Z"],
    ["%Y-%m-%d %H", "1970-01-01 05", "1970-01-01T05:00:00.000Z"],
    ["%Y-%m-%d %H:%M:%S", "2026-8-3 2:5:6", "2026-08-03T02:05:06.000Z"],
    ["%Y-%-m-%-d", "2026-8-3", "2026-08-03T00:00:00.000Z"],
    ["%Y%m%d%H%M%S", "20260803225446", "2026-08-03T22:54:46.000Z"],
    ["%y-%m-%d", "68-01-01", "2068-01-01T00:00:00.000Z"],
    ["%y-%m-%d", "69-01-01", "1969-01-01T00:00:00.000Z"],
    ["%Y-%m-%d", "0099-01-01", "0099-01-01T00:00:00.000Z"],
    ["%b %e %Y", "Aug  3 2026", "2026-08-03T00:00:00.000Z"],
    ["%e/%m/%Y", " 3/08/2026", "2026-08-03T00:00:00.000Z"],
    ["%h %d %Y", "Aug 03 2026", "2026-08-03T00:00:00.000Z"],
    ["%B %d, %Y", "august 3, 2026", "2026-08-03T00:00:00.000Z"],
    ["%b %d %Y", "SEPTEMBER 3 2026", "2026-09-03T00:00:00.000Z"],
    ["%dT%bT%Y", "03TMayT2026", "2026-05-03T00:00:00.000Z"],
    ["%a, %d %b %Y", "Mon, 03 Aug 2026", "2026-08-03T00:00:00.000Z"],
    ["%A %d %b %Y", "monday 03 Aug 2026", "2026-08-03T00:00:00.000Z"],
    ["%a %d %b %Y", "Sun 03 Aug 2026", "2026-08-03T00:00:00.000Z"],
    ["%u %Y-%m-%d", "7 2026-08-03", "2026-08-03T00:00:00.000Z"],
    ["%w %Y-%m-%d", "0 2026-08-03", "2026-08-03T00:00:00.000Z"],
    ["%Y-%j", "2026-215", "2026-08-03T00:00:00.000Z"],
    ["%Y-%j", "2026-1", "2026-01-01T00:00:00.000Z"],
    ["%Y%j", "2024366", "2024-12-31T00:00:00.000Z"],
    ["%F %I:%M %p", "2026-08-03 12:30 AM", "2026-08-03T00:30:00.000Z"],
    ["%F %I:%M %p", "2026-08-03 12:30 pm", "2026-08-03T12:30:00.000Z"],
    ["%F %l:%M%P", "2026-08-03  1:30pm", "2026-08-03T13:30:00.000Z"],
    ["%F %k:%M", "2026-08-03  1:30", "2026-08-03T01:30:00.000Z"],
    ["%F %r", "2026-08-03 01:02:03 PM", "2026-08-03T13:02:03.000Z"],
    ["%F %R", "2026-08-03 13:02", "2026-08-03T13:02:00.000Z"],
    ["%FT%T", "2026-08-03T13:02:03", "2026-08-03T13:02:03.000Z"],
    ["%D %X", "08/03/26 13:02:03", "2026-08-03T13:02:03.000Z"],
    ["%x", "08/03/26", "2026-08-03T00:00:00.000Z"],
    ["%v", " 3-Aug-2026", "2026-08-03T00:00:00.000Z"],
    ["%c", "Mon Aug  3 13:02:03 2026", "2026-08-03T13:02:03.000Z"],
    ["%FT%T", "2016-12-31T23:59:60", "2017-01-01T00:00:00.000Z"],
    ["%F %T.%f", "2026-08-03 01:02:03.5", "2026-08-03T01:02:03.500Z"],
    ["%F %T.%f", "2026-08-03 01:02:03.123456", "2026-08-03T01:02:03.123Z"],
    ["%F %T,%L", "2026-08-03 01:02:03,042", "2026-08-03T01:02:03.042Z"],
    ["%F %T.%N", "2026-08-03 01:02:03.999999999", "2026-08-03T01:02:03.999Z"],
    ["%F %T.%f%z", "2026-08-03 01:02:03.5+01:00", "2026-08-03T00:02:03.500Z"],
    ["%FT%T%z", "2026-08-03T01:02:03Z", "2026-08-03T01:02:03.000Z"],
    ["%FT%T%z", "2026-08-03T01:02:03+0530", "2026-08-02T19:32:03.000Z"],
    ["%FT%T%z", "2026-08-03T01:02:03-00:30", "2026-08-03T01:32:03.000Z"],
    ["%FT%T%z", "2026-08-03T01:02:03+01", "2026-08-03T00:02:03.000Z"],
    ["%FT%T%:z", "2026-08-03T01:02:03+01:00", "2026-08-03T00:02:03.000Z"],
    ["%F %T %Z", "2026-08-03 01:02:03 UTC", "2026-08-03T01:02:03.000Z"],
    ["%F %T %Z", "2026-08-03 01:02:03 GMT", "2026-08-03T01:02:03.000Z"],
    ["%F %T%Z", "2026-08-03 01:02:03Z", "2026-08-03T01:02:03.000Z"],
    ["%F %T %z (%Z)", "2026-08-03 01:02:03 +0100 (GMT)", "2026-08-03T00:02:03.000Z"],
    ["%s", "1785715200", "2026-08-03T00:00:00.000Z"],
    ["%s.%f", "1785715200.25", "2026-08-03T00:00:00.250Z"],
    ["%F %T", "2026-08-03 \t  01:02:03", "2026-08-03T01:02:03.000Z"],
    ["%F%n%t%T", "2026-08-03 01:02:03", "2026-08-03T01:02:03.000Z"],
    ["[%F] (100%%)", "[2026-08-03] (100%)", "2026-08-03T00:00:00.000Z"],
    ["%%T %F", "%T 2026-08-03", "2026-08-03T00:00:00.000Z"],
    ["%Y年%m月%d日 💩 .*$^", "2026年08月03日 💩 .*$^", "2026-08-03T00:00:00.000Z"],
  ])("%s reads %j", (pattern, text, iso) => {
    expect(strftimeProblem(pattern)).toBeUndefined();
    expect(read(pattern, text)).toBe(iso);
  });
});

describe("no time", () => {
  test.each([
    ["%F", ""],
    ["%F", "2026-08-03 "],
    ["%F", " 2026-08-03"],
    ["%F", "2026-08-03T00:00:00"],
    ["%F", "2026-08-03\n"],
    ["%F", "2026-06-31"],
    ["%F", "2025-02-29"],
    ["%F", "2026-13-01"],
    ["%F", "2026-00-01"],
    ["%F", "2026-01-00"],
    ["%F", "26-01-01"],
    ["%F", "٢٠٢٦-01-01"],
    ["%F T", "2026-08-03 t"],
    ["%F.", "2026-08-03x"],
    ["%F %T", "2026-08-0301:02:03"],
    ["%F %T", "2026-08-03 24:00:00"],
    ["%F %T", "2026-08-03 00:60:00"],
    ["%F %T", "2026-08-03 00:00:61"],
    ["%F %I%p", "2026-08-03 0AM"],
    ["%F %I%p", "2026-08-03 13PM"],
    ["%F %I%p", "2026-08-03 12"],
    ["%F %T.%f", "2026-08-03 01:02:03."],
    ["%F %T.%f", "2026-08-03 01:02:03.1234567890"],
    ["%F %T.%L", "2026-08-03 01:02:03.5"],
    ["%F %z", "2026-08-03 +24:00"],
    ["%F %z", "2026-08-03 +01:60"],
    ["%F %z", "2026-08-03 CET"],
    ["%F %Z", "2026-08-03 CET"],
    ["%d %b %Y", "3 Okt 2026"],
    ["%a %F", "Mo 2026-08-03"],
    ["%Y-%j", "2026-366"],
    ["%Y-%j", "2026-0"],
    ["%s", "-1"],
    ["%s", "1e9"],
    ["%s", "1".repeat(13)],
    ["%F %T", `2026-08-03${" ".repeat(100)}01:02:03`],
  ])("%s does not read %j", (pattern, text) => {
    expect(read(pattern, text)).toBeUndefined();
  });
});

test("a text that is too long to be a time is none, whatever it costs to look at", () => {
  expect(read("%F", "2026-08-03".repeat(100_000))).toBeUndefined();
});

describe("a pattern that cannot be used is told with the reason", () => {
  test.each([
    ["%b %d %H:%M:%S", "tells no year (%Y)"],
    ["no directive", "tells no year (%Y)"],
    ["%Y %H:%M", "tells no day (%m and %d)"],
    ["%Y-%m", "tells no day (%m and %d)"],
    ["%Y-%m-%d %H:%m:%S", "tells the month twice, with %m and with %m"],
    ["%Y-%m-%d %b", "tells the month twice, with %m and with %b"],
    ["%F %T.%f%N", "tells the fraction twice, with %f and with %N"],
    ["%F %I:%M", "has hours of half a day (%I), but no %p"],
    ["%F %H:%M %p", "has %p, which only goes with %I"],
    ["%F %Q", "has %Q in it, which is no directive that can be read"],
    ["%F %U", "has %U in it"],
    ["%F %3N", "has %3 in it"],
    ["%F %", "has % in it"],
    ["%F %-", "has %- in it"],
    ["%F %💩", "in it, which is no directive that can be read"],
  ])("%s", (pattern, problem) => {
    expect(strftimeProblem(pattern)).toContain(problem);
    expect(() => compileStrftime(pattern)).toThrow(CaracalError);
  });
});

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");

/** What strftime writes for a directive. */
const WRITES: Record<string, (time: Date) => string> = {
  Y: (time) => pad(time.getUTCFullYear(), 4),
  m: (time) => pad(time.getUTCMonth() + 1),
  b: (time) => time.toUTCString().slice(8, 11),
  d: (time) => pad(time.getUTCDate()),
  e: (time) => String(time.getUTCDate()).padStart(2, " "),
  j: (time) =>
    pad((Date.parse(time.toISOString().slice(0, 10)) - Date.UTC(time.getUTCFullYear())) / 86_400_000 + 1, 3),
  a: (time) => time.toUTCString().slice(0, 3),
  H: (time) => pad(time.getUTCHours()),
  I: (time) => pad(time.getUTCHours() % 12 || 12),
  p: (time) => (time.getUTCHours() < 12 ? "AM" : "PM"),
  M: (time) => pad(time.getUTCMinutes()),
  S: (time) => pad(time.getUTCSeconds()),
  f: (time) => pad(time.getUTCMilliseconds(), 3),
  s: (time) => String(Math.floor(time.getTime() / 1_000)),
};

test("property: what strftime writes is read back, with any text between", () => {
  const date = fc.date({ min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true });
  const pattern = fc.constantFrom(
    "%a %Y-%m-%d %H:%M:%S.%f",
    "%d/%b/%Y:%H:%M:%S,%f",
    "%I:%M:%S.%f %p %e %b %Y",
    "%Y%j%H%M%S%f",
    "%Y%m%d%H%M%S%f",
    "%s.%f",
  );
  const literal = fc.stringMatching(/^[^\s%]{1,20}$/);
  fc.assert(
    fc.property(date, pattern, literal, (time, middle, edge) => {
      const text = middle.replace(/%(.)/g, (_, letter: string) => WRITES[letter]?.(time) ?? "");
      return compileStrftime(`${edge} ${middle} ${edge}`).parse(`${edge} ${text} ${edge}`) === time.getTime();
    }),
  );
});

test("property: no pattern and no text makes it throw anything but the problem it tells", () => {
  const pattern = fc.array(
    fc.oneof(fc.constantFrom("%", "%%", "%Y", "%m", "%d", "%b", "%H", "-"), fc.string()),
  );
  fc.assert(
    fc.property(pattern, fc.string(), (parts, text) => {
      const joined = parts.join("");
      if (strftimeProblem(joined) !== undefined) return;
      compileStrftime(joined).parse(text);
    }),
  );
});
