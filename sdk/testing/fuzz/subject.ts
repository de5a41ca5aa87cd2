import type { AnyEvent } from "../../event/log-types.ts";
import { isCorrelation } from "../../rule/correlation.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Detection } from "../../rule/step.ts";
import { alertCalls, type Call, callOf, EXPECTED, type Together } from "./call.ts";
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
        gate: {
          name: "detect",
          ask: detection.detect as (event: AnyEvent) => unknown,
          expected: EXPECTED.boolean,
        },
        isOwn: true,
        calls: eventCalls(detection),
      },
    ],
    together: alertCalls(detection, ({ events: { event } }) =>
      event === undefined ? [] : [event, madeUpWindow(detection, event)],
    ),
  }));
}

function eventCalls(rule: AnyRule): Call<AnyEvent>[] {
  const { threshold, firstSeen, exceptions = [], dedup } = rule;
  const measure: { readonly [Name in "unique" | "sum" | "ratio" | "baseline"]?: unknown } =
    typeof threshold === "object" ? threshold : {};
  return [
    ...exceptions.map(({ id, when }) => callOf(`exceptions.${id}`, when, EXPECTED.boolean)),
    callOf("firstSeen.scope", firstSeen?.scope, EXPECTED.key),
    callOf("firstSeen.key", firstSeen?.key, EXPECTED.key),
    callOf("threshold.unique", measure.unique, EXPECTED.key),
    callOf("threshold.sum", measure.sum, EXPECTED.number),
    callOf("threshold.ratio", measure.ratio, EXPECTED.boolean),
    callOf("threshold.baseline", measure.baseline, EXPECTED.number),
    callOf("dedup", dedup, EXPECTED.text),
  ].filter((call) => call !== undefined);
}
