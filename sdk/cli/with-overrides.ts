import type { Issue } from "../base/issue.ts";
import { overrideRules } from "../config/override-rules.ts";
import type { Detection } from "../rule/step.ts";
import { configIssues } from "./config-issues.ts";
import type { Project } from "./read-project.ts";

/** What of a project overrides rules. */
export type Overriding = Pick<Project, "areNamed" | "configFile" | "overrides">;

/**
 * Rules with the overrides of a project in their places, and why some have none. Where the command line names the rules,
 * an override of another rule is not asked for.
 */
export async function withOverrides<T extends { readonly rule: Detection }>(
  rules: readonly T[],
  { overrides, configFile = "", areNamed }: Overriding = { overrides: [], areNamed: false },
): Promise<{ readonly rules: readonly T[]; readonly issues: readonly Issue[] }> {
  const { rules: overridden, findings } = overrideRules(rules, overrides);
  const asked = findings.filter(({ isMissing }) => !areNamed || !isMissing);
  return { rules: overridden, issues: asked.length === 0 ? [] : await configIssues(configFile, asked) };
}
