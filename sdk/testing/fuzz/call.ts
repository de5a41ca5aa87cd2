import type { AnyEvent } from "../../event/log-types.ts";
import { isSeverity } from "../../rule/severity.ts";

/** What a function of a rule must return. */
export interface Expected {
  /** In words: `true or false`. */
  readonly what: string;
  readonly accepts: (value: unknown) => boolean;
}

/** A function of a rule, with what it is asked about. */
export interface Call<Given> {
  /** Where it stands in the rule: `firstSeen.key`. */
  readonly name: string;
  /** What it is called with. */
  readonly args: (given: Given) => readonly unknown[];
  readonly fn: (...args: never[]) => unknown;
  readonly expected: Expected;
}

/** What leaves an event alone, as long as it runs. */
export interface ExceptionCall extends Call<AnyEvent> {
  /** In milliseconds since 1970, in event time. */
  readonly expires: number;
}

/** What the functions are given that make an alert. */
export interface Together {
  readonly events: Readonly<Record<string, AnyEvent>>;
  readonly answers: ReadonlyMap<string, unknown>;
}

export const EXPECTED = {
  boolean: { what: "true or false", accepts: (value) => typeof value === "boolean" },
  text: { what: "a text", accepts: (value) => typeof value === "string" },
  number: { what: "a finite number", accepts: Number.isFinite },
  texts: { what: "a list of texts", accepts: isTexts },
  key: { what: "a text or a list of texts", accepts: (value) => typeof value === "string" || isTexts(value) },
  severity: { what: 'a severity or "DEFAULT"', accepts: (value) => value === "DEFAULT" || isSeverity(value) },
  context: {
    what: "an object",
    accepts: (value) =>
      typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Promise),
  },
} as const satisfies Record<string, Expected>;

/** The functions of which an alert is made, with what each must return. */
export const ALERT_PARTS = {
  severity: EXPECTED.severity,
  title: EXPECTED.text,
  description: EXPECTED.text,
  runbook: EXPECTED.text,
  reference: EXPECTED.text,
  destinations: EXPECTED.texts,
  alertContext: EXPECTED.context,
} as const;

/** A call of a function, where there is one. */
export function callOf(name: string, fn: unknown, expected: Expected): Call<AnyEvent> | undefined {
  return typeof fn === "function" ? eventCall(name, fn as (event: never) => unknown, expected) : undefined;
}

/** A call of a function about an event. */
export function eventCall(name: string, fn: (event: never) => unknown, expected: Expected): Call<AnyEvent> {
  return { name, args: (event) => [event], fn, expected };
}

/** The calls that make an alert. */
export function alertCalls(
  rule: { readonly [Name in keyof typeof ALERT_PARTS]?: unknown },
  args: (together: Together) => readonly unknown[],
): Call<Together>[] {
  return Object.entries(ALERT_PARTS).flatMap(([name, expected]) => {
    const fn = rule[name as keyof typeof ALERT_PARTS];
    return typeof fn === "function" ? [{ name, args, fn: fn as Call<Together>["fn"], expected }] : [];
  });
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
