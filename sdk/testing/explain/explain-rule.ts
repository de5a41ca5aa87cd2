import type { AnyRule } from "../../rule/rule.ts";
import { explainDetect, isMatch } from "./explain-detect.ts";
import { alertLines } from "./explain-alert.ts";
import { groupLines } from "./explain-group.ts";
import { type FollowedRule, followRule } from "./follow-rule.ts";
import { counted, fold, type Foldable } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { groupingLines } from "./explain-grouping.ts";

/** Groups that are shown. */
const GROUPS = 5;

/** Keys of first-seen that are shown: those that came last. */
const KEYS = 10;

/** Events of which is asked why they matched, or did not. */
const EXPLAINED = 500;

/**
 * Why a rule raised what it raised.
 *
 * @param quiet whether nothing was to come: then matches are explained, and else what did not match. Default: whether
 * there is an alert, and nothing that did not match
 */
export function explainRule(rule: AnyRule, events: readonly Numbered[], quiet?: boolean): string[] {
  const own = events.filter(({ event }) => rule.logTypes.includes(event.p_log_type));
  if (own.length === 0) return [nothingSeen(rule, events)];
  const matching = own.filter(({ event }) => isMatch(rule, event));
  const matched = new Set(matching);
  const others = own.filter((about) => !matched.has(about));
  const found = followRule(rule, events);
  const isQuiet = quiet ?? (found.alerts.size > 0 && others.length === 0);
  // A silence is raised by no event.
  const isAbsence = typeof rule.threshold === "object" && rule.threshold.absence !== undefined;
  const crossing = new Set(isAbsence ? [] : found.alerts.values());
  const crossed = own.filter(({ number }) => crossing.has(number));
  const asked = isQuiet ? (found.alerts.size > 0 ? crossed : matching) : others;
  const sightings = [...found.sightings].filter(([number]) => !isQuiet || crossing.has(number));
  return [
    `${rule.id}: ${matching.length} of ${counted(own.length, "event")} matched${outcomeOf(rule, found)}`,
    ...alertLines(found.alerts),
    ...sightingLines(sightings.map(([, sighting]) => sighting)),
    ...(isQuiet ? [] : [...groupsOf(found), ...groupingLines(rule, matching)]),
    ...fold(asked.slice(0, EXPLAINED).map((about) => explainDetect(rule, about))),
    ...(asked.length > EXPLAINED ? [`…and ${counted(asked.length - EXPLAINED, "event")} more`] : []),
  ];
}

function nothingSeen({ id, logTypes }: AnyRule, events: readonly Numbered[]): string {
  const others = [...new Set(events.map(({ event }) => event.p_log_type))].filter((name) => name !== "");
  const seen = others.length === 0 ? "there were no events" : `the events are of ${others.join(", ")}`;
  return `${id}: is over ${logTypes.join(", ")}, and ${seen}`;
}

function outcomeOf(rule: AnyRule, { alerts }: FollowedRule): string {
  if (rule.createAlert === false) return "; createAlert is false, so matches raise no alert";
  return alerts.size === 0 ? ", no alert" : `, ${counted(alerts.size, "alert")}`;
}

function sightingLines(sightings: readonly Foldable[]): string[] {
  const kinds = new Set(sightings.toReversed().map(({ like }) => like));
  const last = new Set([...kinds].slice(0, KEYS));
  const hidden = kinds.size - last.size;
  return [
    ...(hidden > 0 ? [`…and ${counted(hidden, "key")} before that`] : []),
    ...fold(sightings.filter(({ like }) => last.has(like))),
  ];
}

/** The groups whose last matches raised no alert, those nearest to one first. */
function groupsOf({ rule, trails, now }: FollowedRule): string[] {
  const all = [...trails.values()];
  const quiet = all
    .filter(
      ({ raised, nearest }) => raised === undefined || nearest !== undefined || raised.joined.length > 0,
    )
    .toSorted((one, other) => (other.nearest?.nearness ?? 0) - (one.nearest?.nearness ?? 0));
  if (quiet.length === 0) return [];
  const matches = all.reduce((sum, trail) => sum + trail.count, 0);
  const apart = `the ${counted(matches, "match")} fell apart into ${all.length} groups, each counted alone:`;
  const more = `…and ${counted(quiet.length - GROUPS, "group")} more`;
  return [
    ...(all.length > 1 ? [apart] : []),
    ...quiet.slice(0, GROUPS).flatMap((trail) => groupLines(rule, trail, now)),
    ...(quiet.length > GROUPS ? [more] : []),
  ];
}
