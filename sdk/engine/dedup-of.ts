import type { AnyEvent } from "../event/log-types.ts";
import type { Fault } from "./alert.ts";
import type { CompiledRule } from "./compiled-rule.ts";
import { attempt } from "./fault.ts";
import { truncate } from "./limits.ts";

/**
 * The key of a match's group: the rule's `dedup`, else its title, else the rule's id.
 *
 * @param faults where to put what `dedup` or the title cannot say
 */
export function dedupOf({ rule }: CompiledRule, event: AnyEvent, faults: Fault[]): string {
  const { dedup, title } = rule;
  if (dedup !== undefined) {
    const said = attempt("dedup", faults, () => dedup(event as never), isKey);
    if (said !== undefined) return truncate(said);
  }
  if (title === undefined || title === "") return rule.id;
  if (typeof title === "string") return truncate(title);
  if (title.length > 1) return rule.id;
  // A title that fails here fails again when the alert is made, and is listed there.
  return truncate(
    attempt("title", [], () => (title as (event: never) => string)(event as never), isKey) ?? rule.id,
  );
}

function isKey(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
