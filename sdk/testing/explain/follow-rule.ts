import { type CompiledRule, compileRule } from "../../engine/compiled-rule.ts";
import type { OpenAlert } from "../../engine/open-alert.ts";
import { sha256 } from "../../event/sha256.ts";
import type { AnyRule } from "../../rule/rule.ts";
import { explainSighting } from "./explain-first-seen.ts";
import type { Foldable } from "./fold.ts";
import { follow, type Numbered } from "./follow.ts";
import { addAlert, addToTrail, type GroupTrail } from "./group-trail.ts";

/** What came of a rule's events. */
export interface FollowedRule {
  readonly rule: CompiledRule;
  /** By the key of the group. */
  readonly trails: ReadonlyMap<string, GroupTrail>;
  /** What first-seen said, by the number of the event. */
  readonly sightings: ReadonlyMap<number, Foldable>;
  /** Alerts, and the number of the event at which each was made. */
  readonly alerts: ReadonlyMap<OpenAlert, number>;
  /** How far the log has come, in milliseconds since 1970. */
  readonly now: number;
}

/** Takes events through a rule, and notes what each group and first-seen made of them. */
export function followRule(rule: AnyRule, events: readonly Numbered[]): FollowedRule {
  const trails = new Map<string, GroupTrail>();
  const sightings = new Map<number, Foldable>();
  const alerts = new Map<OpenAlert, number>();
  const noteAlert = (alert: OpenAlert, number: number): void => {
    if (!alerts.has(alert)) alerts.set(alert, number);
  };
  const { now } = follow(rule, events, {
    before({ rule: compiled, runner }, { sighted }, about) {
      if (sighted === undefined) return;
      sightings.set(about.number, explainSighting(compiled, runner.firstSeen, sighted, about));
    },
    after({ rule: compiled, runner }, match, { number }, alert) {
      const { grouped, error } = match;
      // What first-seen lets through gets its group only then.
      const key = alert?.said.dedup ?? grouped?.dedup;
      if (key !== undefined && error === undefined && rule.createAlert !== false) {
        const trail: GroupTrail = trails.get(key) ?? { key, count: 0, matches: [] };
        trails.set(key, trail);
        trail.count++;
        if (alert === undefined) addToTrail(trail, compiled, match, runner.groups.get(key));
        else addAlert(trail, alert, match.arrival.time);
      }
      if (alert !== undefined) noteAlert(alert, number);
    },
    alerts(made, { number }) {
      for (const alert of made) {
        noteAlert(alert, number);
        const trail = trails.get(alert.said.dedup);
        if (trail !== undefined) addAlert(trail, alert, trail.awaited?.deadline ?? alert.lastEventTime);
      }
    },
  });
  return { rule: compileRule(rule, sha256), trails, sightings, alerts, now };
}
