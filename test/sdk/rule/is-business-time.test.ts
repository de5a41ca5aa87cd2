import * as fc from "fast-check";
import { type BusinessHours, isBusinessTime } from "caracal";
import { expect, test } from "vitest";
import { withOrganization } from "../../../sdk/rule/organization.ts";

const WEEK = [1, 2, 3, 4, 5];
const berlin: BusinessHours = { timeZone: "Europe/Berlin", days: WEEK, from: 8, to: 18 };

const asked = (time: string | number, businessHours: BusinessHours) =>
  withOrganization({ businessHours }, () => isBusinessTime(new Date(time)));

test("nobody can say when people work where nothing was told", () => {
  expect(isBusinessTime(new Date("2026-03-02T09:00:00Z"))).toBeUndefined();
});

test.each<[time: string, hours: Partial<BusinessHours>, isWork: boolean]>([
  ["2026-03-02T06:59:59.999Z", {}, false],
  ["2026-03-02T07:00:00Z", {}, true],
  ["2026-03-02T16:59:59.999Z", {}, true],
  ["2026-03-02T17:00:00Z", {}, false],
  ["2026-03-06T12:00:00Z", {}, true],
  ["2026-03-07T12:00:00Z", {}, false],
  ["2026-03-08T12:00:00Z", {}, false],
  ["2026-03-08T12:00:00Z", { days: [7] }, true],
  ["2026-03-01T23:00:00Z", { from: 0, to: 24 }, true],
  ["2026-03-01T22:59:59.999Z", { from: 0, to: 24 }, false],
  ["not a time", {}, false],
])("%s with %j: %s", (time, hours, isWork) => {
  expect(asked(time, { ...berlin, ...hours })).toBe(isWork);
});

test.each<[zone: string, before: string, after: string]>([
  ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"],
  ["America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T07:00:00Z"],
  // Half an hour of summer time, which begins at half past.
  ["Australia/Lord_Howe", "2026-10-03T15:29:59Z", "2026-10-03T15:30:00Z"],
  ["Pacific/Chatham", "2026-09-26T13:59:59Z", "2026-09-26T14:00:00Z"],
])("in %s the clock is changed at the second at which summer time begins", (timeZone, before, after) => {
  // Between both the clock goes on by more than a second.
  const day = { timeZone, days: [...WEEK, 6, 7] };
  const hourAt = (time: string) =>
    Array.from({ length: 24 }, (_, from) => from).find((from) => asked(time, { ...day, from, to: from + 1 }));
  expect([hourAt(before), hourAt(after)]).toEqual(
    [before, after].map((time) => clockOf(Date.parse(time), timeZone).hour),
  );
});

function clockOf(time: number, timeZone: string): { readonly day: number; readonly hour: number } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "numeric",
    hourCycle: "h23",
  }).formatToParts(time);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(of("weekday")) + 1;
  return { day, hour: Number(of("hour")) };
}

test("says what the clock of any zone says, at any time and in any order of times", () => {
  const zones = fc.constantFrom(
    "UTC",
    "Europe/Lisbon",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "+05:30",
  );
  const hours = fc.record({
    timeZone: zones,
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 23 }),
    to: fc.integer({ min: 1, max: 24 }),
  });
  const times = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
  fc.assert(
    fc.property(hours, times, (business, time) => {
      const { day, hour } = clockOf(time, business.timeZone);
      const isWork = business.days.includes(day) && hour >= business.from && hour < business.to;
      expect(asked(time, business)).toBe(isWork);
    }),
    { numRuns: 500 },
  );
});

test("keeps its answers over more times than it remembers", () => {
  const quarters = Array.from({ length: 13_000 }, (_, at) => Date.UTC(2026, 0, 1) + at * 900_000);
  const [first, second] = [0, 1].map(() => quarters.filter((time) => asked(time, berlin) === true).length);
  expect(first).toBe(second);
  expect(first).toBe(quarters.filter(isWorkIn).length);
});

function isWorkIn(time: number): boolean {
  const { day, hour } = clockOf(time, "Europe/Berlin");
  return day <= 5 && hour >= 8 && hour < 18;
}
