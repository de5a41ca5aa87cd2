import { sha256 } from "../../event/sha256.ts";
import type { Examined, Examiner, Input } from "./examiner.ts";
import { agendaOf } from "./agenda.ts";
import type { Ideas } from "./ideas.ts";
import { isIndex, type Place, withValue } from "./place.ts";
import type { RandomValues } from "./random-values.ts";
import { variants } from "./seed-inputs.ts";

/** What is searched with. */
export interface SearchOptions {
  readonly examiner: Examiner;
  readonly ideas: Ideas;
  readonly random: RandomValues;
  /** What to begin with. */
  readonly seeds: Iterable<Input>;
  /** What to try when no lead is left. */
  readonly odd: Iterable<Input>;
  /** All fields of the inputs: what to vary when nothing new can be made of what is read, and nothing has matched. */
  readonly places: readonly Place[];
  readonly isReached: () => boolean;
  /** Whether to stop, given how many inputs were tried. */
  readonly isOver: (runs: number) => boolean;
  readonly onExamined: (input: Input, examined: Examined) => void;
}

/** An input that made a function read what none had made it read before. */
interface Lead {
  readonly input: Input;
  /** What is read of it for the first time. */
  readonly fresh: readonly Place[];
  /** What else is read of it. */
  readonly known: readonly Place[];
}

/** One input in so many is examined thoroughly, beside the first ones and those that lead on. */
const THOROUGH = 16;
const FIRST = 100;

/** When so many inputs in a row were tried before, there is nothing new to try. */
const MOST_REPEATS = 10_000;

/** When so many were, all fields are varied, unless the rule has matched. */
const NARROW = 10;

/** The stage of what is the least likely to lead on. */
const LAST = 5;

/** What is longer, in characters, leads nowhere quickly: a text for a slow expression, say. */
const LONGEST_LEAD = 50_000;

/** How many of the words near a name are tried early. */
const NEAREST = 4;

/** How many places of a lead are paired with each other. */
const PAIRED = 10;

/** How many values of a random input differ from its lead's, at most. */
const MOST_CHANGES = 4;

/**
 * Tries inputs until it is over. An input that makes the rule read something new, such as the one that passes the first
 * part of a condition, is a lead: what is read of it is tried in other ways next. So conditions open one after the other.
 */
export function search(options: SearchOptions): void {
  const { examiner, ideas, random, seeds, odd, places, isReached, isOver, onExamined } = options;
  const tried = new Set<string>();
  const signals = new Set<string>();
  const leads: Lead[] = [];
  const agenda = agendaOf<Input>();
  agenda.add(0, seeds);
  let runs = 0;
  let repeats = 0;

  while (!isOver(runs)) {
    const input =
      agenda.next() ?? randomInput(leads, ideas, random, repeats < NARROW || isReached() ? [] : places);
    if (input === undefined) return;
    const text = JSON.stringify(input);
    const id = sha256(text);
    if (tried.size === tried.add(id).size) {
      if (++repeats > MOST_REPEATS) return;
      continue;
    }
    repeats = 0;
    runs++;
    const examined = examiner.examine(input, runs <= FIRST || runs % THOROUGH === 0);
    if (examined === undefined) continue;
    onExamined(input, examined);
    const lead = text.length > LONGEST_LEAD ? undefined : follow(input, examined);
    if (lead === undefined) continue;
    const again = examiner.examine(input, true);
    if (again !== undefined) onExamined(input, again);
    leads.push(lead);
    if (leads.length === 1) agenda.add(LAST, odd);
    for (const [stage, inputs] of stagesOf(lead, ideas).entries()) agenda.add(stage, inputs);
  }

  /** What an input makes the rule read, if some of it is new. */
  function follow(input: Input, { answers }: Examined): Lead | undefined {
    const fresh = new Map<string, Place>();
    const known = new Map<string, Place>();
    // A function called for the first time, another severity, or a true in place of a false shows another way.
    let isNew = false;
    for (const { call, value } of answers) {
      isNew = note(call.name) || isNew;
      const isTold = typeof value === "boolean" || call.name === "severity";
      if (isTold) isNew = note(`${call.name} ${String(value)}`) || isNew;
    }
    examiner.watch(input, (call, place) => {
      // What is done with the third element is done with the others.
      if (place.some((key) => isIndex(key) && Number(key) > 1)) return;
      const isFresh = note(`${call}\0${place.join("\0")}`);
      for (const source of ideas.sources(place)) (isFresh ? fresh : known).set(source.join("\0"), source);
    });
    if (fresh.size === 0 && !isNew) return undefined;
    for (const name of fresh.keys()) known.delete(name);
    return { input, fresh: [...fresh.values()], known: [...known.values()] };
  }

  function note(signal: string): boolean {
    const { size } = signals;
    return signals.add(signal).size > size;
  }
}

/** What to try of a lead, the likeliest to lead on first. */
function stagesOf({ input, fresh, known }: Lead, ideas: Ideas): Iterable<Input>[] {
  const all = [...fresh, ...known];
  const nearest: Ideas["near"] = (place) => ideas.near(place).slice(0, NEAREST);
  return [
    each(input, fresh, ideas.kinds),
    chain(each(input, fresh, nearest), together(input, all, ideas)),
    each(input, known, ideas.kinds),
    chain(each(input, all, ideas.near), pairs(input, all.slice(0, PAIRED), ideas)),
    chain(each(input, fresh, ideas.long), each(input, fresh, ideas.edges), each(input, known, ideas.edges)),
    each(input, all, ideas.far),
  ];
}

function* chain(...parts: readonly Iterable<Input>[]): Generator<Input> {
  for (const part of parts) yield* part;
}

function* each(input: Input, places: readonly Place[], values: Ideas["kinds"]): Generator<Input> {
  for (const place of places) yield* variants(input, place, values(place));
}

/** What the source says nearest of each place, at all places at once; then at all but one. */
function* together(input: Input, places: readonly Place[], ideas: Ideas): Generator<Input> {
  const said = places.flatMap((place) => {
    const [first] = ideas.near(place);
    return first === undefined ? [] : [{ place, first }];
  });
  for (let left = -1; left < said.length; left++) {
    const rest = said.filter((_, index) => index !== left);
    yield rest.reduce<Input>((one, { place, first }) => withValue(one, place, first) as Input, input);
  }
}

/** What the source says near two places, or one of them without a value. */
function* pairs(input: Input, places: readonly Place[], ideas: Ideas): Generator<Input> {
  for (const [index, place] of places.entries()) {
    for (const one of variants(input, place, ideas.near(place))) {
      for (const other of places.slice(index + 1))
        yield* variants(one, other, [undefined, ...ideas.near(other)]);
    }
  }
}

/** A lead with other values at some of the places that are read of it, or at others if any are given. */
function randomInput(
  leads: readonly Lead[],
  ideas: Ideas,
  random: RandomValues,
  others: readonly Place[],
): Input | undefined {
  const lead = random.pick(leads);
  if (lead === undefined) return undefined;
  const places = others.length === 0 ? [...lead.fresh, ...lead.known] : others;
  let { input } = lead;
  for (let count = 1 + random.below(MOST_CHANGES); count > 0; count--) {
    const place = random.pick(places);
    if (place !== undefined) input = withValue(input, place, ideas.random(place)) as Input;
  }
  return input;
}
