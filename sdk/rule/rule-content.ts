/**
 * What a rule, or a part of one, is made of, as JSON: objects as lists of their members in order, functions as their
 * source, in which a constant from outside the rule shows only by its name.
 */
export function ruleContent(value: unknown): unknown {
  if (typeof value === "function") return { function: value.toString() };
  if (Array.isArray(value)) return value.map(ruleContent);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([key, member]) => [key, ruleContent(member)]);
}
