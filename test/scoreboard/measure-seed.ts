import type { Alert } from "../../sdk/engine/alert.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import type { Detection } from "../../sdk/rule/step.ts";
import { labelsForm } from "../../sdk/score/labels.ts";
import { score } from "../../sdk/score/score.ts";
import { alertForm } from "../../sdk/score/scored-alert.ts";
import type { Run } from "../../sdk/score/scores.ts";
import type { Labels } from "../../sdk/simulate/labels.ts";
import { simulate } from "../../sdk/simulate/simulate.ts";
import { alertsOf, eventsIn } from "../rules/shipped.ts";

/** How long each seed's logs are. */
export const DAYS = 21;

/** What rules raise over the logs of a seed, whose attacks have the texts that are held out. */
export function alertsOfSeed(
  rules: readonly Detection[],
  seed: number,
  days: number = DAYS,
): { readonly alerts: Alert[]; readonly labels: Labels } {
  const simulation = simulate({ seed, days, heldOut: true, digest: sha256 });
  const alerts = alertsOf(rules, eventsIn(simulation.records));
  return { alerts, labels: simulation.labels() };
}

/** The score of a seed. */
export function measureSeed(rules: readonly Detection[], seed: number): Run {
  const { alerts, labels } = alertsOfSeed(rules, seed);
  return {
    name: `${seed}`,
    ...score(
      labelsForm.parse(labels),
      alerts.map((alert) => alertForm.parse(alert)),
    ),
  };
}
