import type { Line } from "./history.ts";

/** A step as the reference understands it, with times in milliseconds. */
export interface ReferenceStep {
  readonly name: string;
  readonly absent?: boolean;
  readonly atLeast?: number;
  readonly distinct?: number;
  readonly within?: number;
}

export interface Reference {
  readonly order: "sequence" | "any";
  readonly within: number;
  readonly dedupPeriod: number;
  readonly steps: readonly ReferenceStep[];
}

interface Event {
  readonly row: number;
  readonly time: number;
  readonly names: readonly string[];
  readonly value: string;
}

/** A completion, and the rows of each step. */
interface Found {
  readonly at: number;
  readonly rows: readonly (readonly number[])[];
}

/** The alerts of one key's history by the letter, in the notation of `told`. */
export function referenceAlerts(reference: Reference, lines: readonly Line[]): string[] {
  const alerts: Found[] = [];
  for (const { at, rows } of completions(reference, lines)) {
    const open = alerts.at(-1);
    if (open === undefined || at >= open.at + reference.dedupPeriod) alerts.push({ at, rows });
    else
      alerts.splice(-1, 1, {
        at: open.at,
        rows: open.rows.map((own, nth) => [...own, ...(rows[nth] ?? [])]),
      });
  }
  return alerts.map(({ at, rows }) => `${at / 1_000}s: ${rows.map((own) => own.join(" ")).join(" | ")}`);
}

/**
 * The completions of one key's history: chains are looked for among all events again and again. A chain gives each step the matches between two events; the parts of two steps do not overlap.
 */
function completions(reference: Reference, lines: readonly Line[]): Found[] {
  const events = ordered(reference, lines);
  const end = Math.max(...lines.map(([seconds]) => seconds * 1_000));
  const found: Found[] = [];
  /** Events before this one have counted. */
  let from = 0;
  const tell = (at: number, last: number, since: number): void => {
    const rows = reference.steps.map(({ name, absent }, nth) => {
      if (absent === true) return [];
      // What fills the last step of a sequence counts for no other.
      const isLast = reference.steps.slice(nth + 1).every((step) => step.absent === true);
      const to = reference.order === "any" || isLast ? last + 1 : last;
      const own = events.slice(from, to).filter((event) => event.names.includes(name));
      return own
        .filter((event) => follows(reference, { events, from, since }, nth, event))
        .map(({ row }) => row);
    });
    found.push({ at, rows });
  };
  const ending =
    reference.order === "sequence" && reference.steps.at(-1)?.absent === true
      ? reference.steps.at(-1)
      : undefined;
  for (let at = 0; at < events.length; at++) {
    const event = events[at] as Event;
    if (!isComplete(reference, events, from, at)) continue;
    if (ending === undefined) {
      tell(event.time, at, event.time);
      from = at + 1;
      continue;
    }
    const deadline = event.time + (ending.within ?? reference.within);
    const answer = events.findIndex(
      ({ names, time }, n) => n > at && time <= deadline && names.includes(ending.name),
    );
    if (answer !== -1) {
      // The answer itself may begin the next chain.
      from = answer;
      at = answer - 1;
      continue;
    }
    if (deadline >= end) break;
    tell(deadline, at, event.time);
    from = events.findIndex(({ time }) => time > deadline);
    if (from === -1) break;
    at = from - 1;
  }
  return found;
}

interface Scope {
  readonly events: readonly Event[];
  readonly from: number;
  readonly since: number;
}

/** In order of time; of one time, by the first step that an event matches, then by the last, then by row. */
function ordered({ order, steps }: Reference, lines: readonly Line[]): Event[] {
  const rank = (name: string): number => {
    const at = steps.findIndex((step) => step.name === name);
    return order === "sequence" ? at : steps[at]?.absent === true ? 0 : 1;
  };
  return lines
    .map(([seconds, text, , value = ""], row) => ({
      row,
      time: seconds * 1_000,
      names: text.split(" "),
      value,
    }))
    .toSorted((one, other) => {
      const [a, b] = [one.names.map(rank), other.names.map(rank)];
      return (
        one.time - other.time ||
        Math.min(...a) - Math.min(...b) ||
        Math.max(...a) - Math.max(...b) ||
        one.row - other.row
      );
    });
}

function isComplete(reference: Reference, events: readonly Event[], from: number, at: number): boolean {
  const since = events[at]?.time ?? 0;
  const scope = { events, from, since };
  if (reference.order === "any") return isSetComplete(reference, scope, at);
  const last = reference.steps.findLastIndex(({ absent }) => absent !== true);
  return chains(reference, scope, last, at).some((chain) => isFilled(reference.steps[last], chain));
}

function isSetComplete({ steps, within }: Reference, { events, from, since }: Scope, at: number): boolean {
  const fills = steps.some(
    ({ absent, name }) => absent !== true && events[at]?.names.includes(name) === true,
  );
  return (
    fills &&
    steps.every((step) => {
      const span = step.within ?? within;
      const own = events
        .slice(step.absent === true ? 0 : from, at + 1)
        .filter(({ time, names }) => time > since - span && names.includes(step.name));
      return step.absent === true ? own.length === 0 : isFilled(step, own);
    })
  );
}

/** Whether an event is a match of a step that follows the steps before it, within the window. */
function follows(reference: Reference, scope: Scope, nth: number, event: Event): boolean {
  if (reference.order === "any") return event.time > scope.since - reference.within;
  return chains(reference, scope, nth, scope.events.indexOf(event)).length > 0;
}

/**
 * All chains whose step `nth` ends with the event `to`: what each gives to that step, filled or not. The steps before it
 * are filled, and it begins within the window.
 */
function chains(reference: Reference, scope: Scope, nth: number, to: number): Event[][] {
  const { steps, within } = reference;
  const { events, from, since } = scope;
  const name = steps[nth]?.name ?? "";
  if (events[to]?.names.includes(name) !== true) return [];
  const found: Event[][] = [];
  for (let first = to; first >= from; first--) {
    const event = events[first] as Event;
    if (!event.names.includes(name)) continue;
    const part = events.slice(first, to + 1).filter(({ names }) => names.includes(name));
    const before = steps[nth - 1]?.absent === true ? steps[nth - 1] : undefined;
    const previous = before === undefined ? nth - 1 : nth - 2;
    if (previous < 0) {
      const silence = event.time - (before?.within ?? within);
      const isHeld =
        before !== undefined &&
        events.slice(0, first).some(({ time, names }) => time > silence && names.includes(before.name));
      if (event.time > since - within && !isHeld) found.push(part);
      continue;
    }
    for (let end = from; end < first; end++) {
      if (
        before !== undefined &&
        events.slice(end + 1, first).some(({ names }) => names.includes(before.name))
      )
        continue;
      if (chains(reference, scope, previous, end).some((chain) => isFilled(steps[previous], chain))) {
        found.push(part);
        break;
      }
    }
  }
  return found;
}

function isFilled(step: ReferenceStep | undefined, matches: readonly Event[]): boolean {
  const values = new Set(matches.map(({ value }) => value));
  return matches.length >= (step?.atLeast ?? 1) && values.size >= (step?.distinct ?? 0);
}
