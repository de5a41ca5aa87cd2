import { isJsonObject, type JsonObject } from "../base/json.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { ContextValue } from "../rule/rule.ts";
import { isSeverity, type Severity } from "../rule/severity.ts";
import type { AnySteps, StepsTold } from "../rule/correlation.ts";
import type { Window } from "../rule/threshold.ts";
import type { Fault } from "./alert.ts";
import { attempt } from "./fault.ts";
import { LIMITS, truncate } from "./limits.ts";

/** A text of the rule for an event; the fallback stands in for what it cannot say. */
export function textOf(
  key: "title" | "description" | "runbook" | "reference",
  about: About,
  fallback: string,
): string {
  const said = about.rule.rule[key];
  if (typeof said !== "function") return truncate(said || fallback);
  return truncate(attempt(key, about.faults, () => call(said, about), isText) ?? fallback);
}

/** Whose texts they are: those of a rule, or of a correlation. */
interface Speaker {
  readonly rule: {
    readonly [Key in "title" | "description" | "runbook" | "reference"]?: string | Speaking;
  } & {
    readonly severity: Severity | Speaking;
    readonly destinations?: readonly string[] | Speaking;
    readonly alertContext?: Readonly<Record<string, ContextValue>> | Speaking;
  };
  /** What it says when it cannot say it. */
  readonly severity: Severity;
}

type Speaking = (...about: never[]) => unknown;

/** What a rule is to speak about, and where to put what goes wrong in speaking. */
export interface About {
  readonly rule: Speaker;
  /** What its functions get: an event and its window; of a correlation, its steps and their key. */
  readonly given: readonly [AnyEvent, Window] | readonly [StepsTold<AnySteps>, string];
  readonly faults: Fault[];
}

/** How bad the rule says it is. */
export function severityOf(about: About): Severity {
  const { severity } = about.rule.rule;
  if (typeof severity !== "function") return about.rule.severity;
  const said = attempt("severity", about.faults, () => call(severity, about), isSeverityOrDefault);
  return said === undefined || said === "DEFAULT" ? about.rule.severity : said;
}

/** Where the rule sends it, at most 10. */
export function destinationsOf(about: About): readonly string[] {
  const { destinations = [] } = about.rule.rule;
  if (typeof destinations !== "function") return destinations;
  const said = attempt("destinations", about.faults, () => call(destinations, about), isTexts) ?? [];
  return said.slice(0, LIMITS.destinations);
}

/** A copy of the rule's context as JSON, or an object that says why there is none. */
export function contextOf(about: About): JsonObject {
  const { rule, faults } = about;
  const { alertContext = {} } = rule.rule;
  const before = faults.length;
  const said =
    typeof alertContext === "function"
      ? attempt("alertContext", faults, () => call(alertContext, about), isContext)
      : alertContext;
  const text = said && attempt("alertContext", faults, () => JSON.stringify(said), isJsonObjectText);
  if (text === undefined) return { _error: faults[before]?.error ?? "" };
  return text.length <= LIMITS.context
    ? (JSON.parse(text) as JsonObject)
    : { _error: `the context is ${text.length} characters, over the limit of ${LIMITS.context}` };
}

function call(fn: Speaking, { given }: About): unknown {
  return fn(...(given as readonly unknown[] as readonly never[]));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isContext(value: unknown): value is object {
  return isJsonObject(value) && !(value instanceof Promise);
}

/** What JSON makes of an object may be something else: a Date is a text. */
function isJsonObjectText(value: unknown): value is string {
  return isText(value) && value.startsWith("{");
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isSeverityOrDefault(value: unknown): value is Severity | "DEFAULT" {
  return value === "DEFAULT" || isSeverity(value);
}
