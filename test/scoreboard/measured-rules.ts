import { loadRules } from "../../sdk/cli/load-rules.ts";
import { BUILT_IN_LOG_TYPES } from "../../sdk/event/built-in-log-types.ts";
import type { Detection } from "../../sdk/rule/step.ts";

/** What is measured, as `--rules` takes it. */
export const MEASURED = "aws";

/** The rules that are measured. */
export async function measuredRules(): Promise<readonly Detection[]> {
  const { rules, issues } = await loadRules(MEASURED, BUILT_IN_LOG_TYPES);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return rules;
}
