/** What a directive tells of a time. */
export type TimePart =
  | "year"
  | "month"
  | "day"
  | "day of the year"
  | "weekday"
  | "hour"
  | "half of the day"
  | "minute"
  | "second"
  | "fraction"
  | "zone"
  | "zone's name"
  | "seconds since 1970";

/** How the text of a directive looks, and the number it stands for. */
export interface Directive {
  readonly part: TimePart;
  /** A regular expression without groups that capture. */
  readonly source: string;
  readonly read: (text: string) => number;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const monthOf = new Map(MONTHS.map((name, index) => [name.slice(0, 3).toLowerCase(), index + 1]));

const year: Directive = { part: "year", source: "\\d{4}", read: Number };
const shortYear: Directive = { part: "year", source: "\\d\\d", read: fullYear };
const month: Directive = { part: "month", source: "1[0-2]|0?[1-9]", read: Number };
const monthName: Directive = { part: "month", source: anyOf(MONTHS), read: monthNumber };
const day: Directive = { part: "day", source: " ?(?:3[01]|[12]\\d|0?[1-9])", read: Number };
const weekday: Directive = { part: "weekday", source: "[0-7]", read: Number };
const weekdayName: Directive = { part: "weekday", source: anyOf(WEEKDAYS), read: () => 0 };
const hour: Directive = { part: "hour", source: " ?(?:2[0-3]|1\\d|0?\\d)", read: Number };
const halfHour: Directive = {
  part: "hour",
  source: " ?(?:1[0-2]|0?[1-9])",
  read: (text) => Number(text) % 12,
};
const half: Directive = { part: "half of the day", source: "[AaPp][Mm]", read: hoursOfHalf };
const fraction: Directive = { part: "fraction", source: "\\d{1,9}", read: milliseconds };

/**
 * The directives, by letter. What strftime pads may come unpadded, names in any case, short or full. A week's number
 * (`%U`, `%V`) names no day, and is not among them.
 */
export const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ["Y", year],
  ["y", shortYear],
  ["m", month],
  ["b", monthName],
  ["B", monthName],
  ["h", monthName],
  ["d", day],
  ["e", day],
  ["j", { part: "day of the year", source: "\\d{1,3}", read: Number }],
  ["a", weekdayName],
  ["A", weekdayName],
  ["u", weekday],
  ["w", weekday],
  ["H", hour],
  ["k", hour],
  ["I", halfHour],
  ["l", halfHour],
  ["p", half],
  ["P", half],
  ["M", { part: "minute", source: "[0-5]?\\d", read: Number }],
  // A leap second is the first of the next minute.
  ["S", { part: "second", source: "60|[0-5]?\\d", read: Number }],
  ["f", fraction],
  ["N", fraction],
  ["L", { ...fraction, source: "\\d{3}" }],
  ["z", { part: "zone", source: "[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?", read: zoneMinutes }],
  // Other names are short for several zones each: CST is in Chicago, Havana and Shanghai.
  ["Z", { part: "zone's name", source: "UTC|GMT|Z", read: () => 0 }],
  ["s", { part: "seconds since 1970", source: "\\d{1,12}", read: Number }],
]);

/** What is short for several directives, and for characters that are hard to see. */
export const SHORTHANDS: ReadonlyMap<string, string> = new Map([
  ["T", "%H:%M:%S"],
  ["X", "%H:%M:%S"],
  ["R", "%H:%M"],
  ["r", "%I:%M:%S %p"],
  ["F", "%Y-%m-%d"],
  ["D", "%m/%d/%y"],
  ["x", "%m/%d/%y"],
  ["v", "%e-%b-%Y"],
  ["c", "%a %b %e %H:%M:%S %Y"],
  [":z", "%z"],
  ["n", "\n"],
  ["t", "\t"],
]);

/** Names, full or cut to three letters, in any case. */
function anyOf(names: readonly string[]): string {
  const all = [...names, ...names.map((name) => name.slice(0, 3))].join("|");
  return all.replace(/\w/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}

function monthNumber(name: string): number {
  return monthOf.get(name.slice(0, 3).toLowerCase()) ?? Number.NaN;
}

/** As POSIX has it: 69 to 99 are in the 20th century, 00 to 68 in the 21st. */
function fullYear(text: string): number {
  const short = Number(text);
  return short + (short < 69 ? 2_000 : 1_900);
}

function hoursOfHalf(text: string): number {
  return text.toLowerCase() === "pm" ? 12 : 0;
}

/** Of any number of digits; what is finer is cut off. */
function milliseconds(digits: string): number {
  return Number(digits.padEnd(3, "0").slice(0, 3));
}

function zoneMinutes(text: string): number {
  const digits = text.replace(/\D/g, "").padEnd(4, "0");
  return (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * (text.startsWith("-") ? -1 : 1);
}
