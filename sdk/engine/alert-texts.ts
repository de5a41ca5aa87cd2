import { isJsonObject, type JsonObject } from "../base/json.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import { isSeverity, type Severity, worse } from "../rule/severity.ts";
import type { Window } from "../rule/threshold.ts";
import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { attempt } from "./fault.ts";
import { LIMITS, truncate } from "./limits.ts";

type Said = AnyRule["title"] | AnyRule["description"];

/** What a rule says without being asked about an event. */
export function displayNameOf(rule: AnyRule): string {
  return rule.displayName ?? rule.id;
}

/** A text of the rule for an event; the fallback stands in for what it cannot say. */
export function textOf(
  key: "title" | "description" | "runbook" | "reference",
  about: About,
  fallback: string,
): string {
  const said: Said = about.rule.rule[key];
  if (typeof said !== "function") return truncate(said ?? fallback);
  return truncate(attempt(key, about.faults, () => call(said, about), isText) ?? fallback);
}

/** An event and its window, and where to put what goes wrong in speaking of them. */
export interface About {
  readonly rule: CompiledRule;
  readonly event: AnyEvent;
  readonly window: Window;
  readonly faults: Fault[];
}

export function severityOf(about: About): Severity {
  const { severity } = about.rule.rule;
  if (typeof severity !== "function") return about.rule.severity;
  const said = attempt("severity", about.faults, () => call(severity, about), isSeverityOrDefault);
  return said === undefined || said === "DEFAULT" ? about.rule.severity : said;
}

/** The severity after another event has joined: it only rises. */
export function raised(before: Severity, about: About): Severity {
  return typeof about.rule.rule.severity === "function" ? worse(before, severityOf(about)) : before;
}

export function destinationsOf(about: About): readonly string[] {
  const { destinations = [] } = about.rule.rule;
  if (typeof destinations !== "function") return destinations;
  const said = attempt("destinations", about.faults, () => call(destinations, about), isTexts) ?? [];
  return said.slice(0, LIMITS.destinations);
}

/** The rule's context as JSON, or an object that says why there is none. */
export function contextOf(about: About): JsonObject {
  const { alertContext = {} } = about.rule.rule;
  const before = about.faults.length;
  const said = attempt(
    "alertContext",
    about.faults,
    () => plain(typeof alertContext === "function" ? call(alertContext, about) : alertContext),
    isJsonObject,
  );
  if (said === undefined) return { _error: about.faults[before]?.error ?? "" };
  const length = JSON.stringify(said).length;
  return length <= LIMITS.context
    ? said
    : { _error: `the context is ${length} characters, over the limit of ${LIMITS.context}` };
}

function call(fn: (event: never, window: Window) => unknown, { event, window }: About): unknown {
  return fn(event as never, window);
}

/** A copy as JSON, so that the alert holds on to nothing of the event. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isSeverityOrDefault(value: unknown): value is Severity | "DEFAULT" {
  return value === "DEFAULT" || isSeverity(value);
}
