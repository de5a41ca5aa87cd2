import type { Fault } from "./alert.ts";

/** What was thrown, in words that cannot carry a prompt or a secret out of the log. */
export interface Failure {
  /** The kind of error: `TypeError`. */
  readonly kind: string;
  readonly text: string;
  /** Where, `error-spike.ts:14:31`: the file without its folders, so that it is the same everywhere. */
  readonly place: string;
}

/** A function of a rule returned what it must not. */
export class ReturnError extends Error {
  override name = "ReturnError";
  readonly place: string;

  constructor(place: string, expected: string, value: unknown) {
    super(`${place} must return ${expected}, but returned ${kindOf(value)}`);
    this.place = place;
  }
}

/**
 * What the runtime says about code. Its other messages may quote the log, as in `Cannot use 'in' operator to search for
 * 'usage' in` and then the text of a prompt; of those only the kind is told.
 */
const ABOUT_CODE = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '[\w$]{1,64}'\)$/,
  /^([\w$.]|\(intermediate value\)|\(\.\.\.\)){1,100} is not (a function|a constructor|iterable|defined)$/,
  /^Cannot (assign to read only|add|delete) property '?[\w$]{1,64}'?(, object is not extensible| of (object )?'?(#<\w+>|\[object \w+\])'?)$/,
  /^Cannot access '[\w$]{1,64}' before initialization$/,
  /^(Assignment to constant variable\.|Cannot convert undefined or null to object|Converting circular structure to JSON|Do not know how to serialize a BigInt|Invalid (array length|string length|time value)|Maximum call stack size exceeded)$/,
];

/** Tells of a thrown value. It never throws, whatever was thrown. */
export function describe(thrown: unknown): Failure {
  try {
    if (thrown instanceof ReturnError)
      return { kind: thrown.name, text: thrown.message, place: thrown.place };
    if (!(thrown instanceof Error)) return { kind: typeof thrown, text: typeof thrown, place: "" };
    const kind = /^[\w$]{1,64}$/.test(thrown.name) ? thrown.name : "Error";
    const [message = ""] = thrown.message.split("\n", 1);
    const isAboutCode = ABOUT_CODE.some((pattern) => pattern.test(message));
    const text = isAboutCode ? `${kind}: ${withoutNames(message)}` : kind;
    return { kind, text, place: placeOf(thrown) };
  } catch {
    return { kind: "unknown", text: "unknown", place: "" };
  }
}

/** A message without the names in it: a name may be a key that a rule took from the log. */
function withoutNames(message: string): string {
  return message.replace(/ \((?:reading|setting) '[^']*'\)| '[^']*'/g, "");
}

/** The first frame of the stack, which begins with the message; that may look like a frame, but comes from the log. */
function placeOf({ message, stack = "" }: Error): string {
  const at = stack.indexOf(message);
  const frames = at === -1 ? "" : stack.slice(at + message.length);
  return /([^/\\()\s]+:\d+:\d+)\)?$/m.exec(frames)?.[1] ?? "";
}

/** Calls a function of a rule for a value of some type; what it cannot give is a fault and `undefined`. */
export function attempt<T>(
  name: string,
  faults: Fault[],
  call: () => unknown,
  accepts: (value: unknown) => value is T,
): T | undefined {
  try {
    const value = call();
    if (accepts(value)) return value;
    faults.push({ function: name, error: `returned ${kindOf(value)}` });
  } catch (thrown) {
    faults.push({ function: name, error: describe(thrown).text });
  }
  return undefined;
}

/** The kind of a value that a function should not have returned. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === "") return "an empty text";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (!(value instanceof Promise)) return typeof value;
  // Nobody will wait for it, and a failure that nobody handles would end the process.
  value.catch(() => undefined);
  return "a promise";
}
