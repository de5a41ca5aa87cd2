import type { Code } from "../base/codes.ts";

/** Why something has no place in a rule, and what to do instead. */
export interface Impurity {
  /** How it is told. Default: `RULE_IMPURE`. */
  readonly code?: Code;
  readonly why: string;
  readonly fix: string;
}

const CLOCK: Impurity = {
  why: "reads the clock, so the same log gives other alerts tomorrow",
  fix: "take the time from the event: event.p_event_time",
};
const ZONE: Impurity = {
  why: "depends on the time zone of the machine",
  fix: "use the UTC form, such as getUTCHours",
};
const DICE: Impurity = {
  why: "is random, so the same log gives other alerts each time",
  fix: "make it from the event, such as its p_row_id",
};
const OUTSIDE: Impurity = {
  why: "reaches outside the rule, which runs alone, in bundles and workers, and again over old logs",
  fix: "compute from the event alone; put what the rule has to know into a constant",
};
const TIMER: Impurity = {
  why: "waits, and a rule answers at once",
  fix: "use the rule's threshold, firstSeen or a correlation for what takes time",
};
const CODE: Impurity = {
  why: "runs or loads code that nothing has checked",
  fix: "write it as a function, and import it at the top",
};
const PRINT: Impurity = {
  why: "prints for every event",
  fix: "put what an analyst needs into alertContext; to look into a rule, test it",
};

const byNames = (names: string, impurity: Impurity): [string, Impurity][] =>
  names.split(" ").map((name) => [name, impurity]);

/** Globals, and members of them, that a rule does not use. */
export const IMPURE_GLOBALS: ReadonlyMap<string, Impurity> = new Map([
  ...byNames("Date.now performance Temporal.Now", CLOCK),
  ...byNames("Math.random crypto.randomUUID crypto.getRandomValues", DICE),
  ...byNames("fetch XMLHttpRequest WebSocket EventSource BroadcastChannel Worker", OUTSIDE),
  ...byNames("process Deno Bun localStorage sessionStorage indexedDB navigator document", OUTSIDE),
  ...byNames("setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame", TIMER),
  ...byNames("eval Function require", CODE),
  ...byNames("console alert", PRINT),
]);

/** What `new Date()` and `Date()` are. */
export const NOW = CLOCK;

/** What another name for what {@link IMPURE_GLOBALS} are members of is. */
export const ALIAS: Impurity = {
  why: "hides what is called by another name",
  fix: "call it by its own name",
};

/** What a format of times is that names no time zone. */
export const ANY_ZONE: Impurity = {
  why: "depends on the language or time zone of the machine",
  fix: 'name them, as in new Intl.DateTimeFormat("en-US", { timeZone: "UTC" })',
};

/** What `import()` is. */
export const LOADING = CODE;

/** What a module of Node.js is, also one that is pure. */
export const BUILT_IN: Impurity = {
  why: "ties the rule to Node.js, even where it is pure, and a bundle is to run anywhere",
  fix: OUTSIDE.fix,
};

/** Methods of Date that read it in the time zone of the machine. */
export const LOCAL_METHODS: ReadonlyMap<string, Impurity> = new Map([
  ...byNames("getDate getDay getFullYear getHours getMinutes getMonth getTimezoneOffset getYear", ZONE),
  ...byNames("setDate setFullYear setHours setMinutes setMonth toDateString toTimeString", ZONE),
]);

/** Functions of packages whose others are pure. */
export const IMPURE_FUNCTIONS: Readonly<Record<"lodash" | "date-fns", ReadonlyMap<string, Impurity>>> = {
  "date-fns": new Map([
    ...byNames("isToday isTomorrow isYesterday isFuture isPast isThisHour isThisISOWeek isThisMinute", CLOCK),
    ...byNames("isThisMonth isThisQuarter isThisSecond isThisWeek isThisYear constructNow", CLOCK),
    ...byNames("formatDistanceToNow formatDistanceToNowStrict startOfToday startOfTomorrow", CLOCK),
    ...byNames("startOfYesterday endOfToday endOfTomorrow endOfYesterday", CLOCK),
  ]),
  lodash: new Map([
    ...byNames("now", CLOCK),
    ...byNames("random sample sampleSize shuffle", DICE),
    ...byNames("debounce throttle delay defer", TIMER),
    ...byNames("uniqueId", {
      why: "counts its calls, so its value depends on what ran before",
      fix: DICE.fix,
    }),
  ]),
};

const LOCAL_TIME: Impurity = {
  why: ZONE.why,
  fix: "use the methods of Date in UTC, such as getUTCHours and toISOString, or @date-fns/utc",
};

const LOCAL_DAYS: Impurity = {
  code: "RULE_ZONE_DOUBTFUL",
  why: "counts days of the machine's time zone, of which some have 23 or 25 hours",
  fix: "count hours or milliseconds, or use @date-fns/utc",
};

/** What a time is that is put into a text as it is. */
export const TIME_TEXT: Impurity = {
  why: "is a text in the time zone of the machine",
  fix: "write it in UTC: toISOString()",
};

/** What a text of a time that names no zone is. */
export const ZONELESS_TEXT: Impurity = {
  why: "makes a time in the time zone of the machine, for its text names none",
  fix: 'name it, as in "2026-08-12T10:00Z"',
};

/** Functions of date-fns that compute in the time zone of the machine, unless they are given another. */
export const ZONED_FUNCTIONS: ReadonlyMap<string, Impurity> = new Map([
  ...byNames(
    "format lightFormat formatISO formatISO9075 formatRFC3339 formatRelative intlFormat",
    LOCAL_TIME,
  ),
  ...byNames(
    "getDate getDay getDayOfYear getDaysInMonth getDaysInYear getDecade getHours getISODay",
    LOCAL_TIME,
  ),
  ...byNames(
    "getISOWeek getISOWeekYear getISOWeeksInYear getMinutes getMonth getQuarter getWeek",
    LOCAL_TIME,
  ),
  ...byNames("getWeekOfMonth getWeekYear getWeeksInMonth getYear", LOCAL_TIME),
  ...byNames("isMonday isTuesday isWednesday isThursday isFriday isSaturday isSunday isWeekend", LOCAL_TIME),
  ...byNames("isFirstDayOfMonth isLastDayOfMonth isLeapYear isSameDay isSameHour isSameISOWeek", LOCAL_TIME),
  ...byNames("isSameISOWeekYear isSameMonth isSameQuarter isSameWeek isSameYear", LOCAL_TIME),
  ...byNames(
    "startOfDay startOfDecade startOfHour startOfISOWeek startOfISOWeekYear startOfMonth",
    LOCAL_TIME,
  ),
  ...byNames("startOfQuarter startOfWeek startOfWeekYear startOfYear", LOCAL_TIME),
  ...byNames("endOfDay endOfDecade endOfHour endOfISOWeek endOfISOWeekYear endOfMonth", LOCAL_TIME),
  ...byNames("endOfQuarter endOfWeek endOfYear lastDayOfDecade lastDayOfISOWeek", LOCAL_TIME),
  ...byNames("lastDayOfISOWeekYear lastDayOfMonth lastDayOfQuarter lastDayOfWeek lastDayOfYear", LOCAL_TIME),
  ...byNames("set setDate setDay setDayOfYear setHours setISODay setISOWeek setISOWeekYear", LOCAL_TIME),
  ...byNames("setMinutes setMonth setQuarter setWeek setWeekYear setYear", LOCAL_TIME),
  ...byNames("differenceInCalendarDays differenceInCalendarISOWeekYears", LOCAL_TIME),
  ...byNames(
    "differenceInCalendarISOWeeks differenceInCalendarMonths differenceInCalendarQuarters",
    LOCAL_TIME,
  ),
  ...byNames("differenceInCalendarWeeks differenceInCalendarYears", LOCAL_TIME),
  ...byNames("eachDayOfInterval eachMonthOfInterval eachQuarterOfInterval eachWeekOfInterval", LOCAL_TIME),
  ...byNames("eachWeekendOfInterval eachWeekendOfMonth eachWeekendOfYear eachYearOfInterval", LOCAL_TIME),
  ...byNames("nextDay nextMonday nextTuesday nextWednesday nextThursday nextFriday", LOCAL_TIME),
  ...byNames("nextSaturday nextSunday previousDay previousMonday previousTuesday", LOCAL_TIME),
  ...byNames("previousWednesday previousThursday previousFriday previousSaturday", LOCAL_TIME),
  ...byNames("previousSunday", LOCAL_TIME),
  ...byNames(
    "add addBusinessDays addDays addISOWeekYears addMonths addQuarters addWeeks addYears",
    LOCAL_DAYS,
  ),
  ...byNames(
    "sub subBusinessDays subDays subISOWeekYears subMonths subQuarters subWeeks subYears",
    LOCAL_DAYS,
  ),
  ...byNames("differenceInBusinessDays differenceInDays differenceInISOWeekYears", LOCAL_DAYS),
  ...byNames("differenceInMonths differenceInQuarters differenceInWeeks differenceInYears", LOCAL_DAYS),
  ...byNames("intervalToDuration", LOCAL_DAYS),
  ...byNames("parse", { ...LOCAL_DAYS, why: "reads a text that names no zone in that of the machine" }),
]);
