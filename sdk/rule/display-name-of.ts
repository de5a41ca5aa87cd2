import type { AnyRule } from "./rule.ts";

/** What a rule is called: its display name, else its id. */
export function displayNameOf(rule: Pick<AnyRule, "displayName" | "id">): string {
  return rule.displayName ?? rule.id;
}
