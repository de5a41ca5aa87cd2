import { attributionBy, type Judged } from "./attribution.ts";
import { type Figures, figures } from "./figures.ts";
import { inOrder } from "./in-order.ts";
import type { LabelledIncident, Labels } from "./labels.ts";
import { type RuleScore, ruleScore } from "./rule-score.ts";
import { isLoud, isRuleError, type ScoredAlert } from "./scored-alert.ts";

/** How well alerts tell the incidents of one simulation. Times are in seconds. */
export interface Score {
  readonly seed: number;
  readonly heldOut: boolean;
  readonly days: number;
  readonly scale: number;
  readonly records: number;
  /** Of alerts of any severity. */
  readonly any: Figures;
  /** Of alerts of severity MEDIUM or above, which page people. */
  readonly loud: Figures;
  /** Alerts that say that a rule failed. They credit nothing, and are not counted as false. */
  readonly ruleErrors: number;
  readonly incidents: readonly IncidentScore[];
  /** By rule id. */
  readonly rules: readonly RuleScore[];
}

/** What became of an incident: the first alert that told of it, and the first that did so loudly. */
export interface IncidentScore extends Pick<LabelledIncident, "id" | "scenario" | "variant" | "title"> {
  readonly any?: FirstAlert;
  readonly loud?: FirstAlert;
}

/** The first alert that told of an incident. */
export interface FirstAlert {
  readonly ruleId: string;
  readonly severity: ScoredAlert["severity"];
  /** From the incident's first event to the alert; 0 where the alert was open already. */
  readonly seconds: number;
}

/** Scores the alerts of one simulation against its labels. The order of the alerts does not matter. */
export function score(labels: Labels, alerts: readonly ScoredAlert[]): Score {
  const { seed, heldOut, days, scale, records } = labels;
  const attribution = attributionBy(labels);
  const judged = alerts
    .filter((alert) => !isRuleError(alert))
    .map((alert) => ({ alert, ...attribution(alert) }))
    .toSorted(byCreation);
  const incidents = labels.incidents.map((incident) => incidentScore(incident, judged));
  const ofLevel = (level: "any" | "loud"): Figures => {
    const heard = level === "any" ? judged : judged.filter(({ alert }) => isLoud(alert));
    return figures(
      incidents.map((incident) => incident[level]?.seconds),
      heard,
      days,
    );
  };
  return {
    seed,
    heldOut,
    days,
    scale,
    records,
    any: ofLevel("any"),
    loud: ofLevel("loud"),
    ruleErrors: alerts.length - judged.length,
    incidents,
    rules: inOrder(Map.groupBy(judged, ({ alert }) => alert.ruleId)).map(ruleScore),
  };
}

function byCreation({ alert: one }: Judged, { alert: other }: Judged): number {
  return one.createdAt - other.createdAt || (one.alertId < other.alertId ? -1 : 1);
}

function incidentScore(incident: LabelledIncident, judged: readonly Judged[]): IncidentScore {
  const { id, scenario, variant, title, from } = incident;
  const crediting = judged.filter(({ incidents }) => incidents.includes(incident)).map(({ alert }) => alert);
  const told = (alert: ScoredAlert | undefined): FirstAlert | undefined =>
    alert && {
      ruleId: alert.ruleId,
      severity: alert.severity,
      seconds: Math.max(0, alert.createdAt - from) / 1_000,
    };
  const any = told(crediting[0]);
  const loud = told(crediting.find(isLoud));
  return { id, scenario, variant, title, ...(any && { any }), ...(loud && { loud }) };
}
