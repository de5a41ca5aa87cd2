import { PRODUCTION_WORKLOADS } from "../../../../sdk/simulate/production-workloads.ts";
import { createRandom } from "../../../../sdk/simulate/random.ts";
import { RESEARCH_WORKLOADS } from "../../../../sdk/simulate/research-workloads.ts";
import type { Attack, Scenario, Stage } from "../../../../sdk/simulate/scenario.ts";
import { SCENARIOS } from "../../../../sdk/simulate/scenarios/index.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-08-03T00:00:00Z");

/** Three weeks in which the attack begins on the eleventh day. */
export const stageOf = (heldOut: boolean): Stage => ({
  start: START,
  end: START + 21 * DAY,
  at: START + 10 * DAY + 10 * 3_600_000,
  heldOut,
  workloads: [...PRODUCTION_WORKLOADS, ...RESEARCH_WORKLOADS],
});

/** Every variant of every scenario. */
export const VARIANTS: readonly (readonly [name: string, scenario: Scenario, variant: string])[] =
  SCENARIOS.flatMap((scenario) =>
    Object.keys(scenario.variants).map(
      (variant) => [`${scenario.id}/${variant}`, scenario, variant] as const,
    ),
  );

/** One attack of a variant. */
export function attack(scenario: Scenario, variant: string, heldOut: boolean, seed: number): Attack {
  const made = scenario.variants[variant]?.(stageOf(heldOut), createRandom(seed));
  if (made === undefined) throw new RangeError(`${scenario.id} has no variant ${variant}.`);
  return made;
}
