import { expect } from "vitest";

/** The error of an expectation that fails, as it should. */
export function failureOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return expect.unreachable("the expectation should have failed");
}
