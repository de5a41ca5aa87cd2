import omit from "lodash/omit.js";
import type { Estimates, Miss, Run, ScenarioScore, Scores } from "../../sdk/score/scores.ts";
import { DAYS } from "./measure-seed.ts";

/** What docs/scoreboard.json holds: all of the scores but the single incidents and alerts. */
export interface ScoreboardFacts {
  readonly days: number;
  readonly loud: Estimates;
  readonly any: Estimates;
  readonly ruleErrors: number;
  readonly seeds: readonly Omit<Run, "incidents" | "rules">[];
  readonly scenarios: readonly ScenarioScore[];
  readonly missed: readonly Miss[];
  readonly rules: Scores["rules"];
  /** Every time that a worse scoreboard was taken, oldest first. */
  readonly acceptedWorse: readonly AcceptedWorse[];
}

/** Why a scoreboard that was worse than the one before was taken. */
export interface AcceptedWorse {
  readonly reason: string;
  readonly was: readonly string[];
}

/** The facts as they are kept: numbers with four places, which no machine computes otherwise. */
export function factsOf(scores: Scores, acceptedWorse: readonly AcceptedWorse[]): ScoreboardFacts {
  const { loud, any, ruleErrors, runs, scenarios, missed, rules } = scores;
  const facts: ScoreboardFacts = {
    days: DAYS,
    loud,
    any,
    ruleErrors,
    seeds: runs.map((run) => omit(run, "incidents", "rules")),
    scenarios,
    missed,
    rules,
    acceptedWorse,
  };
  return JSON.parse(JSON.stringify(facts, rounded)) as ScoreboardFacts;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}

/** What is told of a scoreboard that is worse than another, by more than the page's rounding. */
export function worsened(before: ScoreboardFacts, after: ScoreboardFacts): string[] {
  const figures = [
    { name: "loud recall", figure: "recall", sign: 1, places: 3 },
    { name: "false loud alerts a day", figure: "falsePerDay", sign: -1, places: 2 },
    { name: "median seconds to detect", figure: "medianTime", sign: -1, places: 0 },
  ] as const;
  return figures.flatMap(({ name, figure, sign, places }) => {
    const [was, is] = [before, after].map(({ loud }) => Number(loud[figure]?.mean.toFixed(places)));
    // Without anything found there is no time, and recall tells that.
    if (was === undefined || is === undefined || !(sign * is < sign * was)) return [];
    return [`${name} ${is}, was ${was}`];
  });
}
