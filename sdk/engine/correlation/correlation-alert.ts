import type { Digest } from "../../base/digest.ts";
import { toDuration } from "../../base/duration.ts";
import { displayNameOf } from "../../rule/display-name-of.ts";
import { worse } from "../../rule/severity.ts";
import type { Fault } from "../alert.ts";
import { type About, contextOf, destinationsOf, severityOf, textOf } from "../alert-texts.ts";
import type { Failure } from "../fault.ts";
import { truncate } from "../limits.ts";
import { addFaults, join, type OpenAlert } from "../open-alert.ts";
import { joinSteps } from "./alert-step.ts";
import type { CompiledCorrelation } from "./compiled-correlation.ts";
import type { Completion } from "./completion.ts";
import type { StepMatch } from "./step-match.ts";

/** The alert of a completion; its events have joined it. */
export function createCorrelationAlert(
  correlation: CompiledCorrelation,
  { time, match, steps, entries, told }: Completion,
  digest: Digest,
): OpenAlert {
  const { rule, id, within } = correlation;
  const faults: Fault[] = [];
  const about = aboutSteps(correlation, { told, match, faults });
  const value = steps.length;
  const alert: OpenAlert = {
    ...opened(correlation, match, time),
    said: {
      ...saidAlways(correlation, match, time),
      alertId: digest(JSON.stringify(["CORRELATION_RULE", id, match.key, match.entry.rowId])),
      type: "CORRELATION_RULE",
      title: textOf("title", about, displayNameOf(rule)),
      threshold: {
        measure: "steps",
        value,
        atLeast: value,
        within: toDuration(within),
      },
      description: textOf("description", about, ""),
      runbook: textOf("runbook", about, ""),
      reference: textOf("reference", about, ""),
      destinations: destinationsOf(about),
      context: contextOf(about),
    },
    severity: severityOf(about),
    faults,
    steps,
  };
  for (const entry of entries) join(alert, entry);
  return alert;
}

/** Lets a completion join an alert: its events do, and the severity rises if it is more severe. */
export function joinCompletion(
  alert: OpenAlert,
  correlation: CompiledCorrelation,
  { match, steps, entries, told }: Completion,
): void {
  for (const entry of entries) join(alert, entry);
  alert.steps = joinSteps(alert.steps ?? [], steps);
  const faults: Fault[] = [];
  alert.severity = worse(alert.severity, severityOf(aboutSteps(correlation, { told, match, faults })));
  addFaults(alert, faults);
}

/** The alert of a match of which the correlation could not say what it needs. */
export function createErrorAlert(
  correlation: CompiledCorrelation,
  match: StepMatch,
  error: Failure,
  digest: Digest,
): OpenAlert {
  const { rule, id, dedupPeriod } = correlation;
  const { destinations = [] } = rule;
  return {
    ...opened(correlation, match, match.time),
    said: {
      ...saidAlways(correlation, match, match.time),
      alertId: digest(JSON.stringify(["RULE_ERROR", id, error.kind, match.entry.rowId])),
      type: "RULE_ERROR",
      title: truncate(`${displayNameOf(rule)} failed: ${error.text}`),
      threshold: { measure: "count", value: 1, atLeast: 1, within: toDuration(dedupPeriod) },
      description: "",
      runbook: "",
      reference: "",
      // A function would want steps, of which there are none.
      destinations: typeof destinations === "function" ? [] : destinations,
      context: { error: error.text, at: error.place },
    },
  };
}

/** What an alert says whatever raised it. */
function saidAlways({ rule }: CompiledCorrelation, { dedup }: StepMatch, time: number) {
  return {
    ruleId: rule.id,
    displayName: displayNameOf(rule),
    dedup,
    createdAt: new Date(time).toISOString(),
    tags: rule.tags ?? [],
    reports: rule.reports ?? {},
  };
}

/** An alert that nothing has joined. */
function opened(
  { dedupPeriod, severity }: CompiledCorrelation,
  { entry }: StepMatch,
  time: number,
): Omit<OpenAlert, "said"> {
  return {
    severity,
    faults: [],
    closesAt: time + dedupPeriod,
    firstEventTime: entry.time,
    lastEventTime: entry.time,
    eventCount: 0,
    logTypes: new Set(),
    eventIds: [],
    entities: new Map(),
    summary: new Map(),
  };
}

function aboutSteps(
  rule: CompiledCorrelation,
  { told, match, faults }: Pick<Completion, "told" | "match"> & { readonly faults: Fault[] },
): About {
  return { rule, given: [told, match.dedup], faults };
}
