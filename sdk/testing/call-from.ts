/**
 * Calls what a test asked for. The stack of an error then begins where the test asked: at the line that it belongs to.
 *
 * @param asked the function that the test called
 */
export function callFrom<T>(asked: (...given: never[]) => unknown, call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, asked);
    throw error;
  }
}
