import type { LabelledIncident, Labels } from "../../../sdk/score/labels.ts";
import type { ScoredAlert } from "../../../sdk/score/scored-alert.ts";

/** The first moment of the made-up simulation. */
const START = Date.parse("2026-03-02T00:00:00Z");

/** A time so many minutes after the start. */
export function minute(count: number): number {
  return START + count * 60_000;
}

/** Labels of ten days in which nothing happens, unless they say otherwise. */
export function labels(differs: Partial<Labels> = {}): Labels {
  const ordinary = { version: 1 as const, seed: 1, heldOut: false, days: 10, scale: 1, records: 1_000 };
  return { ...ordinary, incidents: [], decoys: [], ...differs };
}

/** An incident of ten events from minute 60 to 120: `rows("a", 10)` for the id `a/plain`. */
export function incident(id: string, differs: Partial<LabelledIncident> = {}): LabelledIncident {
  const [scenario = "", variant = ""] = id.split("/");
  return {
    id,
    scenario,
    variant,
    title: `What happens in ${scenario}`,
    from: minute(60),
    to: minute(120),
    rows: rows(scenario, 10),
    silences: [],
    ...differs,
  };
}

/** Row ids `name-0`, `name-1` and so on. */
export function rows(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${at}`);
}

/** A loud alert of the rule Test.Rule at minute 60, unless it says otherwise; its id is its events'. */
export function alert(eventIds: readonly string[], differs: Partial<ScoredAlert> = {}): ScoredAlert {
  return {
    alertId: `of ${eventIds.join(" ")} ${differs.ruleId ?? ""} ${differs.createdAt ?? ""}`,
    type: "RULE",
    ruleId: "Test.Rule",
    severity: "HIGH",
    title: "Something happened",
    dedup: "111122223333:user/dana",
    createdAt: minute(60),
    threshold: { measure: "count" },
    entities: {},
    context: {},
    eventIds: [...eventIds],
    ...differs,
  };
}
