import type { Indicators } from "../event/standard-fields.ts";
import type { Severity } from "../rule/severity.ts";
import type { Alert, Fault } from "./alert.ts";
import type { AlertStep } from "./correlation/alert-step.ts";
import type { Entry } from "./entry.ts";

/** How many row ids, faults, and values of one indicator an alert lists. */
const LISTED = 100;
/** How many values of a summary attribute an alert lists, and how many it counts. */
const SUMMARISED = { listed: 5, counted: 100 } as const;

type Growing =
  | "severity"
  | "firstEventTime"
  | "lastEventTime"
  | "eventCount"
  | "logTypes"
  | "summary"
  | "entities"
  | "eventIds"
  | "steps"
  | "faults";

/** An alert that matches can still join: what the rule said when it was created, and what grows. */
export interface OpenAlert {
  /** From this time on nothing joins it. */
  readonly closesAt: number;
  /** What does not change; the rest of the alert is made when it closes. */
  readonly said: Omit<Alert, Growing>;
  severity: Severity;
  firstEventTime: number;
  lastEventTime: number;
  eventCount: number;
  readonly logTypes: Set<string>;
  readonly eventIds: string[];
  readonly entities: Map<string, Set<string>>;
  readonly summary: Map<string, Map<string, number>>;
  /** Of a correlation. */
  steps?: readonly AlertStep[];
  readonly faults: Fault[];
}

/** Adds an event to an alert. */
export function join(alert: OpenAlert, entry: Entry): void {
  alert.eventCount++;
  alert.firstEventTime = Math.min(alert.firstEventTime, entry.time);
  alert.lastEventTime = Math.max(alert.lastEventTime, entry.time);
  alert.logTypes.add(entry.logType);
  if (alert.eventIds.length < LISTED) alert.eventIds.push(entry.rowId);
  for (const list in entry.indicators) {
    let known = alert.entities.get(list);
    if (known === undefined) alert.entities.set(list, (known = new Set()));
    for (const value of entry.indicators[list as keyof Indicators] ?? [])
      if (known.size < LISTED) known.add(value);
  }
  for (let at = 0; at < entry.summary.length; at += 2) {
    const [path = "", value = ""] = entry.summary.slice(at, at + 2);
    const counts = alert.summary.get(path) ?? new Map<string, number>();
    if (counts.has(value) || counts.size < SUMMARISED.counted)
      counts.set(value, (counts.get(value) ?? 0) + 1);
    alert.summary.set(path, counts);
  }
  addFaults(alert, entry.faults);
}

/** Adds faults to an alert, each once. */
export function addFaults(alert: OpenAlert, faults: readonly Fault[]): void {
  for (const fault of faults) {
    const isKnown = alert.faults.some(
      (known) => known.function === fault.function && known.error === fault.error,
    );
    if (!isKnown && alert.faults.length < LISTED) alert.faults.push(fault);
  }
}

/** The alert as it is reported, with its keys in their order. */
export function alertOf(open: OpenAlert): Alert {
  const { said } = open;
  return {
    alertId: said.alertId,
    type: said.type,
    ruleId: said.ruleId,
    displayName: said.displayName,
    severity: open.severity,
    title: said.title,
    dedup: said.dedup,
    createdAt: said.createdAt,
    firstEventTime: new Date(open.firstEventTime).toISOString(),
    lastEventTime: new Date(open.lastEventTime).toISOString(),
    eventCount: open.eventCount,
    threshold: said.threshold,
    logTypes: [...open.logTypes].toSorted(),
    description: said.description,
    runbook: said.runbook,
    reference: said.reference,
    tags: said.tags,
    reports: said.reports,
    destinations: said.destinations,
    summary: Object.fromEntries([...open.summary].map(([path, counts]) => [path, mostFrequent(counts)])),
    entities: Object.fromEntries(
      [...open.entities.keys()]
        .toSorted()
        .map((list) => [list, [...(open.entities.get(list) ?? [])].toSorted()]),
    ),
    context: said.context,
    eventIds: [...open.eventIds],
    ...(open.steps && { steps: open.steps }),
    faults: [...open.faults],
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const sorted = [...counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, SUMMARISED.listed));
}
