import { isJsonObject } from "../../base/json.ts";
import { type AnyCorrelation, isCorrelation, type StepSummary } from "../../rule/correlation.ts";
import type { AnyRule } from "../../rule/rule.ts";
import type { Detection } from "../../rule/step.ts";
import { alertCalls, callOf, eventCall, EXPECTED, type Together } from "./call.ts";
import { exceptionCalls, type Slot, type Subject } from "./subject.ts";

/** A rule with one of its log types: where an event of a step can come from. */
interface Origin {
  readonly rule: AnyRule;
  readonly logType: string;
}

/**
 * The ways to ask a correlation: with an event for each step. Where a step's events can come from several rules or log
 * types, each is the origin once.
 */
export function correlationSubjects(correlation: AnyCorrelation): readonly Subject[] {
  const steps = Object.entries(correlation.steps).map(([name, step]) => ({
    name,
    step,
    origins: originsOf(step.rule),
  }));
  const ways = Math.max(...steps.map(({ origins }) => origins.length));
  return Array.from({ length: ways }, (_, way) => ({
    id: correlation.id,
    slots: steps.flatMap(({ name, step, origins }): Slot[] => {
      const origin = origins[way % origins.length];
      if (origin === undefined) return [];
      const prefix = `${origin.rule.id} `;
      const calls = [
        callOf(`steps.${name}.by`, step.by, EXPECTED.key),
        ...(step.absent === true
          ? []
          : [
              callOf(`steps.${name}.distinct.of`, step.distinct?.of, EXPECTED.key),
              callOf(`steps.${name}.context`, step.context, EXPECTED.context),
            ]),
      ];
      return [
        {
          name,
          logType: origin.logType,
          gate: eventCall(`${prefix}detect`, origin.rule.detect, EXPECTED.boolean),
          isOwn: false,
          exceptions: exceptionCalls(origin.rule, prefix),
          sightings: [],
          calls: calls.filter((call) => call !== undefined),
        },
      ];
    }),
    together: alertCalls(correlation, (given) => [toldOf(correlation, given), keyOf(correlation, given)]),
  }));
}

/** The origins of a step's events; of a correlation, those of its steps that are not absent. */
function originsOf(rule: Detection): Origin[] {
  if (!isCorrelation(rule)) return rule.logTypes.map((logType) => ({ rule, logType }));
  return Object.values(rule.steps).flatMap((step) => (step.absent === true ? [] : originsOf(step.rule)));
}

/** The steps as a correlation's functions see them, each filled by its one event. */
function toldOf({ steps }: AnyCorrelation, { events, answers }: Together): Record<string, StepSummary> {
  return Object.fromEntries(
    Object.entries(steps).flatMap(([name, step]) => {
      const time = events[name]?.p_event_time;
      if (step.absent === true || time === undefined) return [];
      const context = answers.get(`steps.${name}.context`);
      const summary = {
        ruleId: step.rule.id,
        count: step.atLeast ?? 1,
        ...(step.distinct && { distinct: step.distinct.atLeast }),
        firstEventTime: time,
        lastEventTime: time,
        context: context === undefined ? {} : copied(context),
      };
      return [[name, summary]];
    }),
  );
}

/** As the engine keeps it. */
function copied(context: unknown): StepSummary["context"] {
  const copy: unknown = JSON.parse(JSON.stringify(context));
  return isJsonObject(copy) ? copy : {};
}

function keyOf({ steps }: AnyCorrelation, { answers }: Together): string {
  const [name = ""] = Object.keys(steps).filter((one) => steps[one]?.absent !== true);
  const key = answers.get(`steps.${name}.by`);
  return Array.isArray(key) ? key.join(" ") : String(key);
}
