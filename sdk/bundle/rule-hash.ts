import { createHash } from "node:crypto";
import type { AnyRule } from "../rule/rule.ts";

/**
 * A rule's content as one SHA-256: its metadata, and its functions as their source, in which a constant from outside
 * the rule shows only by its name.
 */
export function ruleHash(rule: AnyRule): string {
  return createHash("sha256")
    .update(JSON.stringify(content(rule)))
    .digest("hex");
}

function content(value: unknown): unknown {
  if (typeof value === "function") return { function: value.toString() };
  if (Array.isArray(value)) return value.map(content);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([key, member]) => [key, content(member)]);
}
