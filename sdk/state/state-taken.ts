import { CaracalError } from "../base/caracal-error.ts";

/** The error for a commit to a state that is somebody else's by now. */
export function stateTaken(source?: string): CaracalError {
  return new CaracalError({
    code: "STATE_TAKEN",
    ...(source !== undefined && { source }),
    message: "the state has been taken over by another run, moved or closed; nothing was committed",
    fix: "let one run at a time use a state",
  });
}
