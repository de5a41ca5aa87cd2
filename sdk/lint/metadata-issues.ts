import type { Issue } from "../base/issue.ts";
import { correlationMetadata } from "../rule/correlation-metadata.ts";
import { ruleMetadata } from "../rule/rule-metadata.ts";
import { nearest } from "../schema/nearest.ts";
import { constantOf, hasUnknown, MORE } from "./constant-of.ts";
import { type Definition, placeOf, propertyOf } from "./find-definitions.ts";
import { issueAt } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { listOf, nameOf } from "./value-nodes.ts";

/**
 * What `defineRule` or `defineCorrelation` would refuse of a definition, each at its place, as far as the text tells it:
 * for a module that does not load because of its first.
 */
export function metadataIssues(definition: Definition): Issue[] {
  const { module, object, top, by, id } = definition;
  if (by === "extendRule") return [];
  const said = constantOf(object, top);
  const metadata = by === "defineRule" ? ruleMetadata : correlationMetadata;
  const subject = by === "defineRule" ? "rule" : "correlation";
  const who = id === undefined ? `a ${subject} without an id` : `${subject} ${id}`;
  return (metadata.safeParse(said).error?.issues ?? []).flatMap((issue) => {
    if (isOpen(said, issue.path)) return [];
    const where = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
    const told = { code: "RULE_INVALID" as const, message: `${who}: ${where}${issue.message}` };
    if (issue.code !== "unrecognized_keys") return [issueAt(module, placeOf(definition, issue.path), told)];
    return [
      issueAt(module, keyNode(definition, issue.path, issue.keys), { ...told, ...meant(issue, metadata) }),
    ];
  });
}

/** What `defineRule` said of a definition, at the part that it is about: `rule AWS.X: threshold.count: …`. */
export function placed(issues: readonly Issue[], definition: Definition | undefined): Issue[] {
  if (definition === undefined) return [...issues];
  return issues.map((issue) => {
    const path = /^(?:rule|correlation) .*?: ([\w$.-]+): /.exec(issue.message)?.[1]?.split(".") ?? [];
    return issueAt(definition.module, placeOf(definition, path), issue);
  });
}

/** Whether it takes running the module to know what is at a path. */
function isOpen(said: unknown, path: readonly PropertyKey[]): boolean {
  let value = said;
  for (const step of path) {
    if (step === MORE) return true;
    if (typeof value !== "object" || value === null) break;
    const isThere = Object.hasOwn(value, step);
    if (!isThere && MORE in value) return true;
    value = isThere ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  }
  return path.length > 0 && hasUnknown(value);
}

function keyNode(definition: Definition, path: readonly PropertyKey[], keys: readonly string[]): SyntaxNode {
  const object = path.length === 0 ? definition.object : placeOf(definition, path);
  const property = listOf(object.properties).find((one) => keys.includes(nameOf(one) ?? ""));
  return property ?? propertyOf(definition.object, "id") ?? object;
}

function meant(
  { path, keys }: { readonly path: readonly PropertyKey[]; readonly keys: readonly string[] },
  { shape }: { readonly shape: object },
): { fix: string } | undefined {
  const [key = ""] = keys;
  const near = path.length === 0 ? nearest(key, Object.keys(shape)) : undefined;
  return { fix: near === undefined ? "leave it out" : `did you mean ${near}?` };
}
