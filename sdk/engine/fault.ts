import type { Fault } from "./alert.ts";

/** Kinds of error whose message names code, not data. Others may quote the log, so only their kind is told. */
const CODE_ERRORS = new Set(["TypeError", "RangeError", "ReferenceError"]);

/** The kind of a thrown value: `TypeError`. */
export function errorClass(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}

/** What was thrown, in words that cannot carry a prompt or a secret out of the log. */
export function describeError(thrown: unknown): string {
  const kind = errorClass(thrown);
  return thrown instanceof Error && CODE_ERRORS.has(kind) ? `${kind}: ${thrown.message.slice(0, 200)}` : kind;
}

/** Where it was thrown, `error-spike.ts:14:31`: the file without its folders, so that it is the same everywhere. */
export function placeOfError(thrown: unknown): string {
  const frame = thrown instanceof Error ? /([^/\\()\s]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? "") : null;
  return frame?.[1] ?? "";
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
    faults.push({ function: name, error: `returned ${value === null ? "null" : typeof value}` });
  } catch (thrown) {
    faults.push({ function: name, error: describeError(thrown) });
  }
  return undefined;
}
