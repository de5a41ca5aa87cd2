import type { CompiledRule } from "../../engine/compiled-rule.ts";
import { addToWindow, crosses, type Group, nearness, newGroup, windowOf } from "../../engine/group.ts";
import type { Match } from "../../engine/match.ts";
import type { OpenAlert } from "../../engine/open-alert.ts";
import type { Window } from "../../rule/threshold.ts";

/** Values that are listed. */
const LISTED = 10;

/** What a group's window held when it was nearest to an alert. */
export interface Snapshot {
  readonly window: Window;
  /** The first of its different values, for a rule that counts them. */
  readonly values: readonly string[];
  /** For a baseline: since when the group was known, in milliseconds since 1970. */
  readonly knownSince?: number;
}

/** What came of a group of a rule since its last alert. */
export interface GroupTrail {
  readonly key: string;
  /** Its matches, those before its last alert too. */
  count: number;
  /** Those that joined no alert. */
  matches: { readonly time: number; readonly value: number | string }[];
  nearest?: Snapshot & { readonly nearness: number };
  /** For an absence: the last match, and until when another had to come. */
  awaited?: { readonly last: number; readonly deadline: number };
  /** Its last alert, and when matches or silences joined it. */
  raised?: { readonly alert: OpenAlert; readonly joined: number[] };
}

/** Notes an alert that a group made or joined. */
export function addAlert(trail: GroupTrail, alert: OpenAlert, time: number): void {
  if (trail.raised?.alert === alert) trail.raised.joined.push(time);
  else trail.raised = { alert, joined: [] };
  trail.matches = [];
  delete trail.nearest;
  delete trail.awaited;
}

/** Adds a match that the engine has just counted, and what the group's window holds by now. */
export function addToTrail(
  trail: GroupTrail,
  rule: CompiledRule,
  match: Match,
  group: Group | undefined,
): void {
  const { time } = match.arrival;
  trail.matches.push({ time, value: match.grouped?.value ?? 1 });
  if (group === undefined || group.length === 0) return;
  const near = nearness(group, rule.measure);
  const window = windowOf(group, rule.measure.kind);
  const { awaited, values, history } = group;
  if (awaited !== undefined) trail.awaited = { last: awaited.last.time, deadline: awaited.deadline };
  const { nearness: before = -1, window: { value = 0 } = {} } = trail.nearest ?? {};
  if (near < before || (near === before && window.value < value)) return;
  trail.nearest = {
    nearness: near,
    window,
    values: values === undefined ? [] : values.ids.keys().take(LISTED).toArray(),
    ...(history && { knownSince: history.first }),
  };
}

/**
 * The shortest window that would have raised an alert, in milliseconds; `undefined` when none would, or where a longer
 * one does not measure more.
 */
export function shortestWithin(
  { measure, within }: CompiledRule,
  { matches }: GroupTrail,
): number | undefined {
  if (!["count", "unique", "sum"].includes(measure.kind)) return undefined;
  const [first, last] = [matches[0]?.time ?? 0, matches.at(-1)?.time ?? 0];
  const raises = (span: number): boolean => {
    const group = newGroup({ measure, within: span }, first);
    return matches.some(({ time, value }) => {
      addToWindow(group, span, time, value);
      return crosses(group, measure);
    });
  };
  let [low, high] = [within, last - first + 1];
  if (high <= low || !raises(high)) return undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (raises(middle)) high = middle;
    else low = middle;
  }
  return high;
}
