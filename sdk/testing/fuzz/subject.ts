import type { AnyEvent } from "../../event/log-types.ts";
import { isCorrelation } from "../../rule/correlation.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Detection } from "../../rule/step.ts";
import {
  alertCalls,
  type Call,
  callOf,
  eventCall,
  type ExceptionCall,
  EXPECTED,
  type Together,
} from "./call.ts";
import { correlationSubjects } from "./correlation-subjects.ts";
import { madeUpWindow } from "./made-up-window.ts";

/** A record that a rule is asked about, and what is asked about it alone. */
export interface Slot {
  /** Its name among the records of an input. */
  readonly name: string;
  readonly logType: string;
  /** What must be true for the other functions to be called. */
  readonly gate: Call<AnyEvent>;
  /** Whether the gate is of the rule itself, not of a rule that it waits for. */
  readonly isOwn: boolean;
  /** The first that accepts the event leaves it alone, and the others are not asked. */
  readonly exceptions: readonly ExceptionCall[];
  /** What is asked of an event that an exception leaves alone, too: first-seen remembers it all the same. */
  readonly sightings: readonly Call<AnyEvent>[];
  /** What is asked of a match. */
  readonly calls: readonly Call<AnyEvent>[];
}

/** A rule or correlation as it is asked: about one record, or about one for each step. */
export interface Subject {
  readonly id: string;
  readonly slots: readonly Slot[];
  /** What is asked once each slot's gate is open, given what the calls returned, by name. */
  readonly together: readonly Call<Together>[];
}

/** The ways to ask a rule: one for each of its log types. */
export function subjectsOf(detection: Detection): readonly Subject[] {
  if (isCorrelation(detection)) return correlationSubjects(detection);
  return detection.logTypes.map((logType) => ({
    id: detection.id,
    slots: [
      {
        name: "event",
        logType,
        gate: eventCall("detect", detection.detect, EXPECTED.boolean),
        isOwn: true,
        exceptions: exceptionCalls(detection),
        sightings: sightingCalls(detection),
        calls: matchCalls(detection),
      },
    ],
    together: alertCalls(detection, ({ events: { event } }) =>
      event === undefined ? [] : [event, madeUpWindow(detection, event)],
    ),
  }));
}

/**
 * The exceptions of a rule.
 *
 * @param prefix what their names begin with
 */
export function exceptionCalls({ exceptions = [] }: AnyRule, prefix = ""): ExceptionCall[] {
  return exceptions.map(({ id, expires, when }) => ({
    ...eventCall(`${prefix}exceptions.${id}`, when, EXPECTED.boolean),
    expires: Date.parse(`${expires}T00:00:00Z`),
  }));
}

function sightingCalls({ firstSeen }: AnyRule): Call<AnyEvent>[] {
  return [
    callOf("firstSeen.scope", firstSeen?.scope, EXPECTED.key),
    callOf("firstSeen.key", firstSeen?.key, EXPECTED.key),
  ].filter((call) => call !== undefined);
}

function matchCalls({ threshold, dedup }: AnyRule): Call<AnyEvent>[] {
  const measure: { readonly [Name in "unique" | "sum" | "ratio" | "baseline"]?: unknown } =
    typeof threshold === "object" ? threshold : {};
  return [
    callOf("threshold.unique", measure.unique, EXPECTED.key),
    callOf("threshold.sum", measure.sum, EXPECTED.number),
    callOf("threshold.ratio", measure.ratio, EXPECTED.boolean),
    callOf("threshold.baseline", measure.baseline, EXPECTED.number),
    callOf("dedup", dedup, EXPECTED.text),
  ].filter((call) => call !== undefined);
}
