import { isJsonObject, type JsonObject, type JsonValue } from "../../base/json.ts";
import { parseJson } from "../../base/parse-json.ts";
import type { LogType } from "../../event/log-type.ts";
import { recordDecoder } from "../../event/record-decoder.ts";
import { sha256 } from "../../event/sha256.ts";
import { freezeEvent } from "../freeze-event.ts";
import { type Answer, ask, type Events, spelt } from "./ask.ts";
import { judge, type Judging } from "./judge.ts";
import { inOtherWorld } from "./other-world.ts";
import type { Place } from "./place.ts";
import type { Frame, Problem } from "./problem.ts";
import type { Subject } from "./subject.ts";
import { watchEvent } from "./watch-event.ts";

/** The records of a subject, by the names of its slots. */
export type Input = JsonObject;

/** What an input showed. */
export interface Examined {
  readonly problems: readonly Problem[];
  /** The functions that were called, and whether they let the event pass. */
  readonly answers: readonly Answer[];
}

export interface ExaminerOptions {
  readonly logTypes: ReadonlyMap<string, LogType>;
  /** Milliseconds that all functions together may take for an event. */
  readonly budget: number;
  readonly now: () => number;
  readonly isOwn: (frame: Frame) => boolean;
  /** Whether the texts of an input that stand outside JSON are of usual length. */
  readonly isUsual: (input: Input) => boolean;
  /** What the rule's source says that may look garbled. */
  readonly said: readonly string[];
  /** Told of the text of each input before the rule sees it. */
  readonly onInput: (text: string) => void;
  /** Told before and after each call of a function. */
  readonly onCall: (name: string) => void;
  readonly onReturn: () => void;
}

/** Examines a rule with inputs. */
export interface Examiner {
  /**
   * What is wrong with the rule, by this input; `undefined` when no schema takes it.
   *
   * @param isThorough whether to look for what costs more: hidden state, clocks, chance, events that are changed
   */
  readonly examine: (input: Input, isThorough: boolean) => Examined | undefined;
  /** Tells what the rule reads of an input, in each of its functions. */
  readonly watch: (input: Input, onRead: (call: string, place: Place) => void) => void;
}

/** When generated records count as parsed. */
const PARSED = new Date("2026-03-02T09:05:00Z");

/** How often a slow call is repeated, so that a busy machine does not matter. */
const TRIES = 3;

/** Makes an {@link Examiner} of a subject. */
export function examinerOf(subject: Subject, options: ExaminerOptions): Examiner {
  const { budget, isOwn, isUsual, said, onInput } = options;
  let rowId = "";
  // Equal ids would stand for equal records.
  const digest = (): string => rowId;
  const decoders = subject.slots.map(({ name, logType: logTypeName }) => {
    const logType = options.logTypes.get(logTypeName);
    const logTypes = logType === undefined ? [] : [logType];
    return { name, decode: recordDecoder({ logTypes, digest, clock: () => PARSED }) };
  });
  let before: Events | undefined;

  function eventsOf(text: string): Events | undefined {
    const input = parseJson(text) as JsonObject;
    rowId = sha256(text);
    const events: Record<string, Events[string]> = {};
    for (const { name, decode } of decoders) {
      const record: JsonValue | undefined = input[name];
      const decoded = isJsonObject(record) ? decode(record) : undefined;
      if (decoded?.event === undefined) return undefined;
      events[name] = decoded.event;
    }
    return events;
  }

  function frozen(text: string): Events {
    const events = eventsOf(text) ?? {};
    for (const event of Object.values(events)) freezeEvent(event);
    return events;
  }

  function asked(events: Events, onCall?: (name: string) => void, onReturn?: () => void): Answer[] {
    return ask(subject, events, {
      ...options,
      onCall(name) {
        onCall?.(name);
        options.onCall(name);
      },
      onReturn() {
        onReturn?.();
        options.onReturn();
      },
    });
  }

  function examine(input: Input, isThorough: boolean): Examined | undefined {
    const text = JSON.stringify(input);
    const fresh = eventsOf(text);
    if (fresh === undefined) return undefined;
    onInput(text);
    for (const event of Object.values(fresh)) freezeEvent(event);
    const answers = asked(fresh);
    const judging: Judging = { isOwn, text, said, isUsual: () => isUsual(input) };
    const problems = answers.flatMap((answer) => judge(answer, judging) ?? []);
    const isTold = problems.some(({ code }) => code === "RULE_MUTATES");
    const changed = isThorough && !isTold ? mutation(text) : undefined;
    const unstable =
      sameAgain(answers, () => asked(fresh), "when it is asked again about the same event") ??
      (isThorough ? unstableProblem(text, answers) : undefined);
    const slow = totalOf(answers) > budget ? slowProblem(text, answers) : undefined;
    before = fresh;
    return { answers, problems: [...problems, changed, unstable, slow].filter((one) => one !== undefined) };
  }

  /** The first function that changes an event that can be changed. */
  function mutation(text: string): Problem | undefined {
    const events = eventsOf(text) ?? {};
    const start = JSON.stringify(events);
    let last = "";
    let changed: string | undefined;
    const look = (): void => {
      if (changed === undefined && JSON.stringify(events) !== start) changed = last;
    };
    asked(events, (name) => {
      look();
      last = name;
    });
    look();
    if (changed === undefined) return undefined;
    return { code: "RULE_MUTATES", call: changed, message: "changes its event" };
  }

  function unstableProblem(text: string, answers: readonly Answer[]): Problem | undefined {
    if (before !== undefined) asked(before);
    return (
      sameAgain(answers, () => asked(frozen(text)), "about an equal event, after another one") ??
      sameAgain(answers, () => inOtherWorld(() => asked(frozen(text))), "at another time, or by chance")
    );
  }

  function slowProblem(text: string, answers: readonly Answer[]): Problem | undefined {
    let best = answers;
    for (let again = 1; again < TRIES && totalOf(best) > budget; again++) {
      const next = asked(frozen(text));
      if (totalOf(next) < totalOf(best)) best = next;
    }
    const total = totalOf(best);
    if (total <= budget) return undefined;
    const [slowest] = best.toSorted((one, other) => other.took - one.took);
    const message = `takes ${Math.round(total)} ms for one event, at the best of ${TRIES} times; the budget is ${budget} ms`;
    return { code: "RULE_SLOW", call: slowest?.call.name ?? "detect", message, budget };
  }

  return {
    examine,
    watch(input, onRead) {
      const events = eventsOf(JSON.stringify(input));
      if (events === undefined) return;
      // Between the calls the event is read too, as for its time, but not by the rule.
      let call: string | undefined;
      const watched = Object.entries(events).map(([name, event]) => [
        name,
        watchEvent(event, [name], (place) => call !== undefined && onRead(call, place)),
      ]);
      asked(
        Object.fromEntries(watched) as Events,
        (name) => (call = name),
        () => (call = undefined),
      );
    },
  };
}

function totalOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { took }) => sum + took, 0);
}

/** The first function that does not say again what it said. */
function sameAgain(
  answers: readonly Answer[],
  again: () => readonly Answer[],
  when: string,
): Problem | undefined {
  const others = again();
  const index = answers.findIndex((answer, at) => {
    const other = others[at];
    return other === undefined || other.call.name !== answer.call.name || spelt(other) !== spelt(answer);
  });
  const answer = answers[index];
  if (answer === undefined || !answer.isOwn) return undefined;
  return { code: "RULE_UNSTABLE", call: answer.call.name, message: `gives another answer ${when}` };
}
