import { isIndex, type Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** What to do about each kind of problem. */
const FIXES: Readonly<Record<string, string>> = {
  RULE_THROWS: "look whether it is there, and of the kind that you take it for, before you use it",
  RULE_RETURNS: "say what it returns for every event, for example after ??",
  RULE_MUTATES: "change a copy: list.toSorted() or { ...object }",
  RULE_UNSTABLE: "take all from the event: no variable outside the function, no clock, no chance",
  RULE_SLOW:
    "bound what it reads, as in text.slice(0, 10_000), and look at its loops and regular expressions",
  RULE_UNBOUNDED: "cut what comes from the log: text.slice(0, 200), list.slice(0, 20)",
  RULE_GARBLED: "give a text for what is missing, after ??, and for what is no text, JSON.stringify",
};

/** What the property is read of, at the end of a line: `event.input!.`, `parts[0]!.` */
const HOLDER = /([\w$]+(?:[!?]?\.[\w$]+|!?\??\.?\[[^\]]*\]|\([\w$.]*\))*)(!?)(\?\.|\.|\[)$/;

/**
 * What to do about a problem. Of an access to what is not there, how to guard it.
 *
 * @param line the line of the source where it was thrown
 */
export function fixFor({ code, error, frame, missing }: Problem, line = ""): string {
  if (missing !== undefined) return `give a text for what is missing: ${accessTo(missing)} ?? "unknown"`;
  const [, property] =
    /^Cannot read properties of (?:undefined|null) \(reading '(.*)'\)$/.exec(error?.message ?? "") ?? [];
  const before = frame === undefined ? "" : line.slice(0, frame.column - 1);
  const [, asserted, , access] = HOLDER.exec(before) ?? [];
  const holder = asserted?.replaceAll("!.", "?.").replaceAll("![", "?.[");
  const fix = FIXES[code] ?? "";
  if (property === undefined || holder === undefined) return fix;
  const guarded =
    access === "[" ? `${holder}?.[${line.slice(before.length).split("]")[0]}]` : `${holder}?.${property}`;
  return `guard it: ${guarded}`;
}

function accessTo(place: Place): string {
  const keys = place.map((key) => {
    if (isIndex(key)) return `[${key}]`;
    return /^[\w$]+$/.test(key) ? key : `[${JSON.stringify(key)}]`;
  });
  return `event.${keys.join("?.")}`;
}
