import type { CompiledRule } from "../../engine/compiled-rule.ts";
import { partsOfKey } from "../../engine/key-text.ts";
import { counted, indented } from "./fold.ts";
import { type GroupTrail, shortestWithin, type Snapshot } from "./group-trail.ts";
import { shortened, showLength, showSpan, showTime } from "./show-value.ts";

/** What a group held that raised no alert, or none any more, and what it lacked; what joined its last alert. */
export function groupLines(rule: CompiledRule, trail: GroupTrail, now: number): string[] {
  const { nearest, key, raised } = trail;
  const joined = raised === undefined ? [] : joinedLines(rule, key, raised);
  if (nearest === undefined) return joined;
  const told = rule.measure.kind === "absence" ? absenceText(rule, trail, now) : measureText(rule, nearest);
  const since =
    raised === undefined ? "" : `, since its alert of ${showTime(new Date(raised.alert.said.createdAt))}`;
  return [
    ...joined,
    `group ${showKey(key)}${since}: ${told}`,
    ...indented([...valueLines(nearest), ...apartLines(rule, trail)]),
  ];
}

/** Matches that raised no alert of their own, because one was open. */
function joinedLines(
  { measure }: CompiledRule,
  key: string,
  { alert, joined }: NonNullable<GroupTrail["raised"]>,
): string[] {
  if (joined.length === 0) return [];
  const what = counted(joined.length, measure.kind === "absence" ? "silence" : "match");
  const when = showSpan(joined[0] ?? 0, joined.at(-1) ?? 0);
  return [
    `group ${showKey(key)}: ${what} (${when}) joined its alert, which is open up to ${showTime(alert.closesAt)}`,
  ];
}

/** What raised an alert, or what a window lacks. */
function measureText({ measure, within }: CompiledRule, nearest: Snapshot): string {
  const { atLeast, minimum = 0 } = measure;
  const { value, count, firstEventTime, lastEventTime } = nearest.window;
  const span = showSpan(firstEventTime.getTime(), lastEventTime.getTime());
  const where = `within ${showLength(within)} (${span})`;
  if (measure.kind === "ratio") {
    const few = count < minimum ? `, ${showNumber(minimum - count)} short` : "";
    return `a share of ${showNumber(value)} of ${counted(count, "match")} ${where}; it must exceed ${atLeast} of at least ${minimum}${few}`;
  }
  const short = value < atLeast ? `, ${showNumber(atLeast - value)} short` : "";
  if (measure.usual !== undefined)
    return `${showNumber(value)} ${where}; ${usualText(measure.usual, nearest)}; the floor is ${showNumber(atLeast)}${short}`;
  const unit = measure.kind === "unique" ? " different values" : "";
  return `${showNumber(value)} of ${showNumber(atLeast)}${unit} ${where}${short}`;
}

function usualText(
  { factor, warmUp }: NonNullable<CompiledRule["measure"]["usual"]>,
  { window: { usual = 0, lastEventTime }, knownSince = 0 }: Snapshot,
): string {
  const known = lastEventTime.getTime() - knownSince;
  const warming =
    known < warmUp ? `; known for ${showLength(known)}, ${showLength(warmUp - known)} of warm-up left` : "";
  const limit = showNumber(factor * usual);
  return `usual is ${showNumber(usual)}, and ${factor} times that, ${limit}, must be exceeded${warming}`;
}

function absenceText({ measure, within }: CompiledRule, trail: GroupTrail, now: number): string {
  const { awaited, nearest } = trail;
  const { count = 0 } = nearest?.window ?? {};
  const heard = counted(count, "match");
  if (count < measure.atLeast)
    return `${heard} of ${measure.atLeast} within ${showLength(within)}, so its silence does not count yet`;
  if (awaited === undefined) return heard;
  const { last, deadline } = awaited;
  const passed =
    now > deadline
      ? "another match came in time"
      : `the log ended at ${showTime(now)}, and must go on beyond that`;
  return `last match ${showTime(last)}, silence counts from ${showTime(deadline)}; ${passed}`;
}

function valueLines({ values, window: { value } }: Snapshot): string[] {
  if (values.length === 0) return [];
  const more = value > values.length ? `, and ${value - values.length} more` : "";
  return [`values: ${values.map(showKey).join(", ")}${more}`];
}

/** Told when the matches would have been enough, had they been closer together. */
function apartLines(rule: CompiledRule, trail: GroupTrail): string[] {
  const shortest = shortestWithin(rule, trail);
  if (shortest === undefined) return [];
  const { within } = rule;
  // A match as old as the window is long has left it.
  const span = shortest - 1;
  const excess = span === within ? "" : ` (${showLength(span - within)} too far apart)`;
  return [
    `of ${counted(trail.matches.length, "match")} the closest that would do span ${showLength(span)}; they must span less than ${showLength(within)}${excess}`,
  ];
}

/** A number with its thousands told apart. */
export function showNumber(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 15 });
}

/** A key as people read it. */
export function showKey(key: string): string {
  const parts = partsOfKey(key);
  if (parts === undefined) return JSON.stringify(shortened(key));
  return `[${shortened(JSON.stringify(parts).slice(1, -1))}]`;
}
