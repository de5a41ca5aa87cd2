import type { Digest } from "../base/digest.ts";
import { toDuration } from "../base/duration.ts";
import { displayNameOf } from "../rule/display-name-of.ts";
import type { Window } from "../rule/threshold.ts";
import type { Crossing } from "./alert.ts";
import { arrivalTime } from "./arrival.ts";
import { type About, contextOf, destinationsOf, severityOf, textOf } from "./alert-texts.ts";
import { truncate } from "./limits.ts";
import type { Match } from "./match.ts";
import type { OpenAlert } from "./open-alert.ts";

/** The alert of a match that crosses; the matches of its window join it next. */
export function createAlert(match: Match, dedup: string, window: Window, digest: Digest): OpenAlert {
  const { rule, arrival, error } = match;
  const about: About = { rule, given: [arrival.event(), window], faults: [] };
  const name = displayNameOf(rule.rule);
  const said = {
    alertId: digest(
      JSON.stringify([error === undefined ? "RULE" : "RULE_ERROR", rule.id, dedup, arrival.rowId]),
    ),
    type: error === undefined ? ("RULE" as const) : ("RULE_ERROR" as const),
    ruleId: rule.id,
    displayName: name,
    title: error === undefined ? textOf("title", about, name) : truncate(`${name} failed: ${error.text}`),
    dedup,
    createdAt: new Date(arrival.time).toISOString(),
    threshold: crossing(match, window.value),
    description: error === undefined ? textOf("description", about, "") : "",
    runbook: error === undefined ? textOf("runbook", about, "") : "",
    reference: error === undefined ? textOf("reference", about, "") : "",
    tags: rule.rule.tags ?? [],
    reports: rule.rule.reports ?? {},
    destinations: destinationsOf(about),
    context: error === undefined ? contextOf(about) : { error: error.text, at: error.place },
  };
  return {
    said,
    severity: error === undefined ? severityOf(about) : rule.severity,
    faults: about.faults,
    closesAt: Math.max(arrival.time + rule.dedupPeriod, arrivalTime(arrival)),
    firstEventTime: arrival.time,
    lastEventTime: arrival.time,
    eventCount: 0,
    logTypes: new Set(),
    eventIds: [],
    entities: new Map(),
    summary: new Map(),
  };
}

/** What crossed: the rule's measure, or the one match that a rule error takes. */
function crossing({ rule, error }: Match, value: number): Crossing {
  if (error !== undefined)
    return { measure: "count", value, atLeast: 1, within: toDuration(rule.dedupPeriod) };
  const { absence } = rule.measure;
  if (absence !== undefined) return { measure: "absence", value, atLeast: 1, within: toDuration(absence) };
  return {
    measure: rule.measure.kind,
    value,
    atLeast: rule.measure.atLeast,
    within: toDuration(rule.within),
  };
}
