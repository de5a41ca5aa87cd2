import { describe } from "../../engine/fault.ts";
import type { AnyEvent } from "../../event/log-types.ts";
import type { AnyRule } from "../../rule/rule.ts";
import { lookText, partLines, placeOf, thrower } from "./explain-parts.ts";
import { type Foldable, indented } from "./fold.ts";
import type { Numbered } from "./follow.ts";
import { type Asked, handled, nameOf, record, type Recording } from "./recorder.ts";
import { shortened, showTime, showValue } from "./show-value.ts";
import { watchEvent } from "./watch-event.ts";

/** Fields of which an explanation tells that they were undefined. */
const FIELDS = 6;

/** Whether an event matches a rule: `detect` says so, and no exception applies. */
export function isMatch(rule: AnyRule, event: AnyEvent): boolean {
  return call(rule.detect, event).value === true && exceptionOf(rule, event) === undefined;
}

/** Why an event matched a rule, or did not. */
export function explainDetect(rule: AnyRule, { event, number }: Numbered): Foldable {
  const said = whatDetectSaid(rule, event);
  const recording = record((read) => rule.detect(watchEvent(event, read) as never));
  const parts = indented(partsOf(rule, recording, said.mark));
  const missing = undefinedFields(recording, parts);
  const lines = [
    `event ${number} (${showTime(event.p_event_time)}): ${said.text}${said.mark === "!" ? placeThrown(recording, said.place) : ""}`,
    ...parts,
    ...(missing.length === 0
      ? []
      : [`  ${missing.join(", ")} ${missing.length === 1 ? "was" : "were"} undefined`]),
  ];
  // Values may differ in what is alike.
  return { like: [said.text, shapeOf(recording.below), ...missing].join("\n"), lines };
}

/** Which parts were asked, and what they came to. */
function shapeOf(asked: readonly Asked[]): string {
  return asked
    .map(({ at, answer, below }) => `${at}${answer === undefined ? "!" : !!answer.value}(${shapeOf(below)})`)
    .join();
}

interface Said {
  readonly text: string;
  readonly mark: "✓" | "✗" | "!";
  readonly place?: string;
}

function whatDetectSaid(rule: AnyRule, event: AnyEvent): Said {
  const { value, thrown } = call(rule.detect, event);
  if (thrown !== undefined) {
    const { kind, place } = describe(thrown.error);
    const message = thrown.error instanceof Error ? `: ${shortened(thrown.error.message)}` : "";
    return { text: `detect threw ${kind}${message}`, mark: "!", place };
  }
  if (typeof value !== "boolean") {
    const shown = showValue(value) ?? `a value of type ${Array.isArray(value) ? "array" : typeof value}`;
    return { text: `detect returned ${shown}, and must return true or false`, mark: "✗" };
  }
  const exception = value ? exceptionOf(rule, event) : undefined;
  if (exception === undefined) return { text: `detect was ${value}`, mark: value ? "✓" : "✗" };
  return { text: `detect was true, but the exception "${exception}" leaves it alone`, mark: "✓" };
}

/** The parts that were asked; of a `detect` that has none, what it is called, or at least what it read. */
function partsOf(rule: AnyRule, recording: Recording, mark: string): string[] {
  if (recording.below.length > 0) return partLines(recording);
  const looks = lookText(recording.looks);
  const named = nameOf(rule.detect);
  if (named === undefined) return looks === "" ? [] : [`it read ${looks}`];
  const { text = "" } = named.module.parts[named.at] ?? {};
  return [`${mark} ${text}  ${placeOf(named)}${looks === "" ? "" : `   ${looks}`}`];
}

function placeThrown(recording: Recording, place: string | undefined): string {
  const part = thrower(recording);
  const at = part === undefined ? place : placeOf(part);
  return at === undefined || at === "" ? "" : ` at ${at}`;
}

/** What it read that was not there, and is not told already. */
function undefinedFields({ reads }: Recording, told: readonly string[]): string[] {
  const missing = new Map(
    reads.flatMap(({ name, value, why = "" }) => (value === undefined ? [[name, `${name}${why}`]] : [])),
  );
  const untold = [...missing].flatMap(([name, shown]) =>
    told.some((line) => line.includes(`${name} = undefined`)) ? [] : [shown],
  );
  return untold.length > FIELDS ? [...untold.slice(0, FIELDS), "…"] : untold;
}

/** The id of the exception that leaves an event alone, if any. */
function exceptionOf({ exceptions = [] }: AnyRule, event: AnyEvent): string | undefined {
  const time = event.p_event_time.getTime();
  return exceptions.find(
    ({ expires, when }) => time < Date.parse(`${expires}T00:00:00Z`) && call(when, event).value === true,
  )?.id;
}

function call(
  callback: (event: never) => unknown,
  event: AnyEvent,
): { readonly value?: unknown; readonly thrown?: { readonly error: unknown } } {
  try {
    return { value: handled(callback(event as never)) };
  } catch (error) {
    return { thrown: { error } };
  }
}
