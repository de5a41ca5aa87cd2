/**
 * Where a function was called, as a line of a stack; empty where that is not known.
 *
 * @param called the function, which runs now
 */
export function placeOf(called: (...given: never[]) => unknown): string {
  const here: { stack?: string } = {};
  Error.captureStackTrace(here, called);
  return here.stack?.split("\n")[1] ?? "";
}
