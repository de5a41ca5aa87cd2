/** Why something has no place in a rule, and what to do instead. */
export interface Impurity {
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

/** What `import()` is. */
export const LOADING = CODE;

/** What a module of Node.js is. */
export const BUILT_IN = OUTSIDE;

/** Methods of Date that read it in the time zone of the machine. */
export const LOCAL_METHODS: ReadonlyMap<string, Impurity> = new Map([
  ...byNames("getDate getDay getFullYear getHours getMinutes getMonth getTimezoneOffset getYear", ZONE),
  ...byNames("setDate setFullYear setHours setMinutes setMonth toDateString toTimeString", ZONE),
]);

/** Functions of packages whose others are pure. */
export const IMPURE_FUNCTIONS: Readonly<Record<string, ReadonlyMap<string, Impurity>>> = {
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
