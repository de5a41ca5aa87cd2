import sumBy from "lodash/sumBy.js";
import { type Estimate, estimate } from "./estimate.ts";
import { inOrder } from "./in-order.ts";
import { quantile } from "./quantile.ts";
import type { Mistake, RuleScore } from "./rule-score.ts";
import type { FirstAlert, IncidentScore, Score } from "./score.ts";

/** The scores of several simulations, and what they say together. */
export interface Scores {
  readonly runs: readonly Run[];
  readonly any: Estimates;
  readonly loud: Estimates;
  readonly ruleErrors: number;
  readonly scenarios: readonly ScenarioScore[];
  /** By rule id, summed over the runs. */
  readonly rules: readonly RuleScore[];
  /** Incidents that no loud alert tells of. */
  readonly missed: readonly Miss[];
}

/** A score with a name of its own, such as the folder of the simulation. */
export interface Run extends Score {
  readonly name: string;
}

/** Figures that are estimated from several runs. */
export const ESTIMATED = ["recall", "precision", "falsePerDay", "medianTime", "ninthTime"] as const;

export type EstimatedFigure = (typeof ESTIMATED)[number];

/** A figure that no run has is not there. */
export type Estimates = { readonly [figure in EstimatedFigure]?: Estimate & { readonly worst: Worst } };

/** The run in which a figure is worst; the first of several. */
export interface Worst {
  readonly value: number;
  readonly run: string;
}

/** What became of a kind of attack over all runs. */
export interface ScenarioScore extends Found {
  readonly scenario: string;
  readonly title: string;
  /** Of the loud alerts, in seconds. */
  readonly medianTime?: number;
  /** The rules whose loud alerts came first, the most frequent first. */
  readonly rules: readonly string[];
  readonly variants: readonly ({ readonly variant: string } & Found)[];
}

interface Found {
  readonly incidents: number;
  readonly any: number;
  readonly loud: number;
}

export interface Miss extends Pick<IncidentScore, "id" | "title" | "any"> {
  readonly run: string;
}

/** Whether more of a figure is better. */
function isBetterHigh(figure: EstimatedFigure): boolean {
  return figure === "recall" || figure === "precision";
}

/** What the scores of several simulations say together. */
export function scoresOf(runs: readonly Run[]): Scores {
  const incidents = runs.flatMap((run) => run.incidents.map((incident) => ({ run: run.name, incident })));
  const byScenario = Map.groupBy(
    incidents.map(({ incident }) => incident),
    ({ scenario }) => scenario,
  );
  const byRule = Map.groupBy(
    runs.flatMap(({ rules }) => rules),
    ({ ruleId }) => ruleId,
  );
  return {
    runs,
    any: estimates(runs, "any"),
    loud: estimates(runs, "loud"),
    ruleErrors: sumBy(runs, ({ ruleErrors }) => ruleErrors),
    scenarios: inOrder(byScenario).map(scenarioScore),
    rules: inOrder(byRule).map(ruleTotal),
    missed: incidents
      .filter(({ incident }) => incident.loud === undefined)
      .map(({ run, incident: { id, title, any } }) => ({ run, id, title, ...(any && { any }) })),
  };
}

function estimates(runs: readonly Run[], level: "any" | "loud"): Estimates {
  return Object.fromEntries(
    ESTIMATED.flatMap((figure) => {
      const each = runs.flatMap(({ name, [level]: figures }) => {
        const value = figures[figure];
        return value === undefined ? [] : [{ run: name, value }];
      });
      const one = estimate(
        each.map(({ value }) => value),
        isBetterHigh(figure) ? 1 : Infinity,
      );
      return one === undefined ? [] : [[figure, { ...one, worst: worst(each, figure) }]];
    }),
  );
}

function worst(each: readonly Worst[], figure: EstimatedFigure): Worst | undefined {
  const isWorse = ({ value: one }: Worst, { value: other }: Worst): boolean =>
    isBetterHigh(figure) ? one < other : one > other;
  return each.reduce((so, far) => (isWorse(far, so) ? far : so));
}

function scenarioScore([scenario, incidents]: [string, readonly IncidentScore[]]): ScenarioScore {
  const detections = incidents.flatMap(({ loud }) => loud ?? []);
  const medianTime = quantile(
    detections.map(({ seconds }) => seconds),
    0.5,
  );
  const variants = inOrder(Map.groupBy(incidents, ({ variant }) => variant));
  return {
    scenario,
    title: incidents[0]?.title ?? "",
    ...found(incidents),
    ...(medianTime !== undefined && { medianTime }),
    rules: mostFrequent(detections),
    variants: variants.map(([variant, each]) => ({ variant, ...found(each) })),
  };
}

function found(incidents: readonly IncidentScore[]): Found {
  return {
    incidents: incidents.length,
    any: incidents.filter(({ any }) => any !== undefined).length,
    loud: incidents.filter(({ loud }) => loud !== undefined).length,
  };
}

function mostFrequent(detections: readonly FirstAlert[]): string[] {
  const byRule = inOrder(Map.groupBy(detections, ({ ruleId }) => ruleId));
  return byRule.toSorted(([, one], [, other]) => other.length - one.length).map(([ruleId]) => ruleId);
}

function ruleTotal([ruleId, each]: [string, readonly RuleScore[]]): RuleScore {
  const names = Map.groupBy(
    each.flatMap(({ mistaken }) => mistaken),
    ({ name }) => name,
  );
  return {
    ruleId,
    alerts: sumBy(each, ({ alerts }) => alerts),
    loud: sumBy(each, ({ loud }) => loud),
    ...falseTotal(each),
    mistaken: inOrder(names).map(([name, mistakes]) => ({ name, ...falseTotal(mistakes) })),
  };
}

function falseTotal(each: readonly Omit<Mistake, "name">[]): Omit<Mistake, "name"> {
  return {
    falseAlerts: sumBy(each, ({ falseAlerts }) => falseAlerts),
    falseLoud: sumBy(each, ({ falseLoud }) => falseLoud),
  };
}
