import type { AnyEvent } from "../../event/log-types.ts";
import type { Call } from "./call.ts";
import type { Subject } from "./subject.ts";

/** What became of a call. */
export interface Answer {
  readonly call: Call<never>;
  /** Whether it is a function of the rule itself. */
  readonly isOwn: boolean;
  /** What it was called with. */
  readonly args: readonly unknown[];
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
  /** Told after each call. */
  readonly onReturn?: () => void;
}

/** The events of an input, by the names of its records. */
export type Events = Readonly<Record<string, AnyEvent>>;

/** Asks a rule everything about its events that the engine would, and some that it asks only of some matches. */
export function ask(subject: Subject, events: Events, { now, onCall, onReturn }: AskOptions): Answer[] {
  const answers: Answer[] = [];

  function put<Given>(call: Call<Given>, given: Given, isOwn: boolean): unknown {
    let args: readonly unknown[] = [];
    const start = now();
    try {
      args = call.args(given);
      onCall?.(call.name);
      const value = call.fn(...(args as never[]));
      // Nobody will wait for it, and a failure that nobody handles would end the process.
      if (value instanceof Promise) value.catch(() => undefined);
      answers.push({ call, isOwn, args, value, took: now() - start });
      return value;
    } catch (error) {
      answers.push({ call, isOwn, args, thrown: { error }, took: now() - start });
      return undefined;
    } finally {
      onReturn?.();
    }
  }

  for (const { name, gate, isOwn, exceptions, sightings, calls } of subject.slots) {
    const event = events[name];
    if (event === undefined || put(gate, event, isOwn) !== true) continue;
    const time = event.p_event_time.getTime();
    const isExcepted = exceptions.some((one) => time < one.expires && put(one, event, isOwn) === true);
    for (const call of sightings) put(call, event, true);
    if (!isExcepted) for (const call of calls) put(call, event, true);
  }
  // A correlation whose steps cannot say what it needs makes no alert.
  const isSaid =
    subject.slots.every(({ isOwn }) => isOwn) ||
    answers.every(
      ({ isOwn, call, value, thrown }) => !isOwn || (thrown === undefined && call.expected.accepts(value)),
    );
  if (!isMatched(subject, answers) || !isSaid) return answers;
  const given = { events, answers: new Map(answers.map(({ call, value }) => [call.name, value])) };
  for (const call of subject.together) put(call, given, true);
  return answers;
}

/** Whether each of the records matches, by the answers about them: nothing leaves it alone. */
export function isMatched({ slots }: Subject, answers: readonly Answer[]): boolean {
  const said = new Map<Call<never>, unknown>(answers.map(({ call, value }) => [call, value]));
  return slots.every(
    ({ gate, exceptions }) => said.get(gate) === true && exceptions.every((one) => said.get(one) !== true),
  );
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
