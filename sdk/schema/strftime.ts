import { CaracalError } from "../base/caracal-error.ts";
import { DIRECTIVES, SHORTHANDS, type Directive, type TimePart } from "./strftime-directives.ts";
import { utcMidnight } from "./utc-midnight.ts";

/** Reads the texts that a strftime pattern writes. */
export interface Strftime {
  /** In milliseconds since 1970; `undefined` for any other text, and for a day that no calendar has. */
  readonly parse: (text: string) => number | undefined;
}

/** No time is longer; it bounds what a hostile text can cost. */
const LONGEST = 100;

/**
 * Compiles a strftime pattern, such as `%d/%b/%Y:%H:%M:%S %z`. Text between directives must stand in the log as it
 * stands in the pattern; white space stands for one or more blanks. A time without a zone is UTC, what is finer than a
 * millisecond is cut off, and weekdays are read but not checked.
 *
 * @throws CaracalError `SCHEMA_INVALID` for a pattern that has a {@link strftimeProblem}.
 * @example
 * compileStrftime("%d %B %Y").parse("3 August 2026"); // 1785715200000
 */
export function compileStrftime(pattern: string): Strftime {
  const problem = strftimeProblem(pattern);
  if (problem !== undefined)
    throw new CaracalError({ code: "SCHEMA_INVALID", message: `the time format "${pattern}" ${problem}` });
  const tokens = tokensOf(pattern);
  const directives = tokens.flatMap(({ directive }) => directive ?? []);
  const expression = new RegExp(`^${tokens.map(sourceOf).join("")}$`);
  return { parse: (text) => (text.length > LONGEST ? undefined : parse(text, expression, directives)) };
}

/** Why a pattern cannot be used, to follow its name in a sentence; `undefined` for one that can. */
export function strftimeProblem(pattern: string): string | undefined {
  const tokens = tokensOf(pattern);
  const unknown = tokens.find(({ text, directive }) => text.startsWith("%") && text !== "%%" && !directive);
  if (unknown !== undefined) return `has ${unknown.text} in it, which is no directive that can be read`;
  const parts = new Map<TimePart, string>();
  for (const { text, directive } of tokens) {
    if (directive === undefined) continue;
    const before = parts.get(directive.part);
    if (before !== undefined) return `tells the ${directive.part} twice, with ${before} and with ${text}`;
    parts.set(directive.part, text);
  }
  return missingPart(parts);
}

function missingPart(parts: ReadonlyMap<TimePart, string>): string | undefined {
  const isHalfHour = /[Il]/.test(parts.get("hour") ?? "");
  if (isHalfHour !== parts.has("half of the day"))
    return isHalfHour ? "has hours of half a day (%I), but no %p" : "has %p, which only goes with %I";
  if (parts.has("seconds since 1970")) return undefined;
  if (!parts.has("year"))
    return "tells no year (%Y), so when it was cannot be known: read it as a string, and take the time from elsewhere";
  if (parts.has("day of the year") || (parts.has("month") && parts.has("day"))) return undefined;
  return "tells no day (%m and %d)";
}

/** A directive, a run of white space, or text. */
interface Token {
  readonly text: string;
  readonly directive?: Directive | undefined;
}

function tokensOf(pattern: string): readonly Token[] {
  const spelt = pattern.replace(/%(:z|.)/gs, (text, letter: string) => SHORTHANDS.get(letter) ?? text);
  // A minus asks strftime not to pad, and both are read anyway.
  return [...spelt.matchAll(/%-?[^]?|\s+|[^%\s]+/g)].map(([text]) => ({
    text,
    directive: text.startsWith("%") ? DIRECTIVES.get(text.replace(/^%-?/, "")) : undefined,
  }));
}

function sourceOf({ text, directive }: Token): string {
  if (directive !== undefined) return `(${directive.source})`;
  if (text === "%%") return "%";
  return /^\s/.test(text) ? "\\s+" : text.replace(/[^\w]/g, "\\$&");
}

function parse(text: string, expression: RegExp, directives: readonly Directive[]): number | undefined {
  const match = expression.exec(text);
  if (match === null) return undefined;
  const parts: { [P in TimePart]?: number } = {};
  for (const [index, { part, read }] of directives.entries()) parts[part] = read(match[index + 1] ?? "");
  const { hour = 0, minute = 0, second = 0, fraction = 0, zone = 0 } = parts;
  const seconds = parts["seconds since 1970"];
  if (seconds !== undefined) return seconds * 1_000 + fraction;
  const midnight = dayOf(parts);
  if (midnight === undefined) return undefined;
  const hours = hour + (parts["half of the day"] ?? 0);
  return midnight + ((hours * 60 + minute - zone) * 60 + second) * 1_000 + fraction;
}

function dayOf({ year = 0, month = 1, day = 1, ...parts }: { [P in TimePart]?: number }): number | undefined {
  const dayOfYear = parts["day of the year"];
  if (dayOfYear === undefined) return utcMidnight(year, month, day);
  const time = new Date(0).setUTCFullYear(year, 0, dayOfYear);
  return dayOfYear > 0 && new Date(time).getUTCFullYear() === year ? time : undefined;
}
