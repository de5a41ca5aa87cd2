import type { Alert } from "../engine/alert.ts";

type Time = "createdAt" | "firstEventTime" | "lastEventTime";

type Part<T> = T extends readonly (infer Element)[]
  ? readonly Part<Element>[]
  : T extends object
    ? { readonly [K in keyof T]?: Part<T[K]> }
    : T;

/**
 * What a test says of an alert: any part of it, at any depth, and nothing of the rest; a list is a whole list. In place
 * of a value may stand what `expect` gives, such as `expect.stringContaining("root")`. Times are dates, RFC 3339, or,
 * in a timeline, how long after its start: `"+4m59s"`.
 *
 * What is not said is also a claim twice: an alert is not one of a rule that failed (`type: "RULE_ERROR"`), and has no
 * `faults`. A test that expects either says so of an alert of that rule; failures of other rules still fail it.
 */
export type ExpectedAlert = Part<Omit<Alert, Time>> & { readonly [K in Time]?: string | Date };

/** The keys of an alert that are times. */
export const TIMES: readonly Time[] = ["createdAt", "firstEventTime", "lastEventTime"];
