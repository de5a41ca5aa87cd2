import type { Detection } from "../rule/step.ts";
import { isChange } from "./freeze-event.ts";
import { noteCase } from "./note-case.ts";

/** What a function of a rule threw, said so that the rule's author sees what to do; noted in the running test. */
export function ruleFailure({ id }: Detection, name: string, cause: unknown): Error {
  noteCase({ rule: id, kind: "failed" });
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const { name: kind, message } = error;
  if (!isChange(error)) return new Error(`${name} of ${id} failed: ${kind}: ${message}`, { cause });
  const what = `${name} of ${id} changes its event: ${message}`;
  return new Error(`${what}. Events are read-only: copy what is to be changed`, { cause });
}
