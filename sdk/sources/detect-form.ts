import { holdsSeveral, isObjectText } from "./values-in.ts";

/** How a text's records are told apart: by its lines, or by its brackets. */
export type Form = "lines" | "values";

/** Bytes that tell the form of any text. */
const ENOUGH = 64 * 1024;

/**
 * The form of a text, by its beginning: an array, an object over several lines, or objects one after another without
 * newlines are values. Everything else is lines, so that one broken line cannot spoil the next.
 *
 * @param start the first bytes
 * @param isAll whether there are no more
 * @returns undefined where more bytes are needed
 */
export function detectForm(start: Buffer, isAll: boolean): Form | undefined {
  const isEnough = isAll || start.length >= ENOUGH;
  const text = start.toString("utf8", 0, ENOUGH).trimStart();
  const [, first = "", newline, second] = /^(.*?)(?:(\r?\n)(.)?|$)/su.exec(text) ?? [];
  if (text.startsWith("[")) return newline === undefined && !isEnough ? undefined : formOfArray(first);
  if (holdsSeveral(first)) return "values";
  if (newline === undefined && !isEnough) return undefined;
  if (isObjectText(first) || !first.startsWith("{")) return "lines";
  if (first.trim() === "{") return "values";
  if (second === undefined && !isEnough) return undefined;
  return second !== undefined && /[ \t"}\]]/.test(second) ? "values" : "lines";
}

/** A line that begins with a bracket may also be that of a log for people, which puts the time in brackets. */
function formOfArray(first: string): Form {
  return /^\[\s*(?:$|[[{"\]])/.test(first) ? "values" : "lines";
}
