import { CaracalError } from "../base/caracal-error.ts";
import { doneSince } from "./note-run.ts";
import type { Replay } from "./run-events.ts";

/**
 * Refuses that rules stay quiet which have seen no record at all: a test of that can only pass.
 *
 * @throws CaracalError `ARGUMENT_INVALID` when no rule under test has seen a record so far
 */
export function refuseUnseen(run: Replay): void {
  if (run.rules.some((rule) => doneSince(rule, run).seen > 0)) return;
  const ids = run.rules.map(({ id }) => id).join(", ");
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `${ids} saw none of these records, so that it ignores them says nothing`,
    fix: "give it records of its log types",
  });
}
