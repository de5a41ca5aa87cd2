import type { Issue } from "../../../sdk/base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../../../sdk/event/built-in-log-types.ts";
import { constantOf } from "../../../sdk/lint/constant-of.ts";
import { findDefinitions } from "../../../sdk/lint/find-definitions.ts";
import type { LintedRule } from "../../../sdk/lint/linted-rule.ts";
import { parseModule } from "../../../sdk/lint/parse-module.ts";
import type { SourceModule } from "../../../sdk/lint/source-module.ts";
import type { Detection } from "../../../sdk/rule/step.ts";

export const LOG_TYPES = new Map(BUILT_IN_LOG_TYPES.map((one) => [one.name, one]));

/** A module of a text. */
export async function moduleOf(text: string, source = "rules/rule.ts"): Promise<SourceModule> {
  return { source, text, tree: await parseModule(text, source) };
}

/** The first rule of a text; its functions do nothing. */
export async function ruleOf(text: string, source?: string): Promise<LintedRule> {
  const module = await moduleOf(text, source);
  const [definition] = findDefinitions(module);
  if (definition === undefined) throw new Error("there is no rule in the text");
  const rule = constantOf(definition.object, definition.top) as Detection;
  return { rule, source: module.source, definition };
}

/** The first rule over Bedrock's log that says some things more. */
export function bedrockRule(said: string, before = ""): Promise<LintedRule> {
  return ruleOf(
    `${before}\nexport default defineRule({ id: "Test.Rule", logTypes: ["AWS.BedrockModelInvocation"], severity: "HIGH",\n${said} });`,
  );
}

/** The same over CloudTrail's. */
export function trailRule(said: string, before = ""): Promise<LintedRule> {
  return ruleOf(
    `${before}\nexport default defineRule({ id: "Test.Rule", logTypes: ["AWS.CloudTrail"], severity: "HIGH",\n${said} });`,
  );
}

/** What issues point at: the rest of the line from the place of each, as long as it is expected to be. */
export function pointedAt(issues: readonly Issue[], text: string, expected: readonly string[]): string[] {
  return issues.map(({ line = 0, column = 0 }, at) => {
    const rest = text.split("\n")[line - 1]?.slice(column - 1) ?? "";
    return rest.slice(0, expected[at]?.length ?? 40);
  });
}
