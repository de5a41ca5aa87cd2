import type { Code } from "../../base/codes.ts";
import type { Place } from "./place.ts";

/** What is wrong with a rule, shown by an input. */
export interface Problem {
  readonly code: Code;
  /** The function, as it stands in the rule: `firstSeen.key`. */
  readonly call: string;
  /** What it does, to follow its name: `throws TypeError: …`. */
  readonly message: string;
  /** How many milliseconds it may take, where it takes more. */
  readonly budget?: number;
  /** The field of the event that it read and that was not there, where a value there mends it. */
  readonly missing?: Place;
  /** What was thrown. */
  readonly error?: Error;
  /** Where it was thrown; the same fault is always at the same place. */
  readonly frame?: Frame;
}

/** A place in a file, from a stack. */
export interface Frame {
  /** A path or URL. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Whether two problems are one fault. */
export function isSameFault(one: Problem, other: Problem): boolean {
  return faultOf(one) === faultOf(other);
}

/** What tells one fault from another. */
export function faultOf({ code, call, frame, error }: Problem): string {
  // Functions that share a helper share its fault. Not every change to an event throws, so it is told by the function.
  if (frame === undefined || code === "RULE_MUTATES") return JSON.stringify([code, call]);
  return JSON.stringify([code, frame.file, frame.line, frame.column, error?.name]);
}

/** The frames of a stack, the innermost first. */
export function framesOf({ stack = "" }: Error): Frame[] {
  const found = stack.matchAll(/^\s+at (?:.*\()?((?:file:\/\/)?\/?[^\s()]+):(\d+):(\d+)\)?$/gm);
  return [...found].map(([, file = "", line, column]) => ({
    file,
    line: Number(line),
    column: Number(column),
  }));
}
