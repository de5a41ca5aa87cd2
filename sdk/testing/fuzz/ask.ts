import type { AnyEvent } from "../../event/log-types.ts";
import type { Call } from "./call.ts";
import type { Subject } from "./subject.ts";

/** What became of a call. */
export interface Answer {
  readonly call: Call<never>;
  /** Whether it is a function of the rule itself. */
  readonly isOwn: boolean;
  readonly value?: unknown;
  /** What it threw; wrapped, because anything can be thrown. */
  readonly thrown?: { readonly error: unknown };
  /** In milliseconds. */
  readonly took: number;
}

export interface AskOptions {
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** Told before each call. */
  readonly onCall?: (name: string) => void;
}

/** The events of an input, by the names of its records. */
export type Events = Readonly<Record<string, AnyEvent>>;

/** Asks a rule everything about its events that the engine would, and some that it asks only of some matches. */
export function ask(subject: Subject, events: Events, { now, onCall }: AskOptions): Answer[] {
  const answers: Answer[] = [];

  function put<Given>(call: Call<Given>, given: Given, isOwn: boolean): unknown {
    onCall?.(call.name);
    const start = now();
    try {
      const value = call.ask(given);
      // Nobody will wait for it, and a failure that nobody handles would end the process.
      if (value instanceof Promise) value.catch(() => undefined);
      answers.push({ call, isOwn, value, took: now() - start });
      return value;
    } catch (error) {
      answers.push({ call, isOwn, thrown: { error }, took: now() - start });
      return undefined;
    }
  }

  let isOpen = true;
  for (const { name, gate, isOwn, calls } of subject.slots) {
    const event = events[name];
    const isMatch = event !== undefined && put(gate, event, isOwn) === true;
    isOpen &&= isMatch;
    if (isMatch) for (const call of calls) put(call, event, true);
  }
  // A correlation whose steps cannot say what it needs makes no alert.
  const isSaid =
    subject.slots.every(({ isOwn }) => isOwn) || answers.every(({ thrown }) => thrown === undefined);
  if (!isOpen || !isSaid) return answers;
  const given = { events, answers: new Map(answers.map(({ call, value }) => [call.name, value])) };
  for (const call of subject.together) put(call, given, true);
  return answers;
}

/** What was answered, as one text: equal for equal answers. */
export function spelt({ value, thrown }: Answer): string {
  try {
    return thrown === undefined
      ? `${typeof value} ${JSON.stringify(value)}`
      : `throws ${String(thrown.error)}`;
  } catch {
    return typeof value;
  }
}
