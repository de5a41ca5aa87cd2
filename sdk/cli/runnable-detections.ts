import type { Issue } from "../base/issue.ts";
import { CaracalError } from "../base/caracal-error.ts";
import { logTypesOf, lowestFirst, rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { Detection } from "../rule/step.ts";

/** A rule or correlation, and the file that exports it. */
export interface LoadedDetection {
  readonly rule: Detection;
  readonly source: string;
}

/**
 * Of some rules and correlations those that can run together. Why others cannot is told.
 *
 * @param known the names of the log types that there are
 */
export function runnableDetections(
  loaded: readonly LoadedDetection[],
  known: ReadonlySet<string>,
): { readonly runnable: readonly LoadedDetection[]; readonly issues: readonly Issue[] } {
  const unknown = loaded.flatMap((one) => unknownLogTypes(one, known));
  const unusable = new Set(unknown.map(({ id }) => id));
  const running = loaded.filter(({ rule }) => rule.enabled !== false && !unusable.has(rule.id));
  const ids = new Set(running.map(({ rule }) => rule.id));
  const issues = [...unknown, ...running.flatMap((one) => problemsOfSteps(one, ids))];
  const bad = new Set(issues.map(({ id }) => id));
  return {
    runnable: loaded.filter(({ rule }) => !bad.has(rule.id)),
    issues: issues.map(({ issue }) => issue),
  };
}

interface Problem {
  readonly id: string;
  readonly issue: Issue;
}

function unknownLogTypes({ rule, source }: LoadedDetection, known: ReadonlySet<string>): Problem[] {
  if (isCorrelation(rule)) return [];
  const unknown = logTypesOf(rule).filter((name) => !known.has(name));
  if (unknown.length === 0) return [];
  const message = `${rule.id} is over ${unknown.join(", ")}, for which there is no schema`;
  const fix = `use one of ${[...known].join(", ")}, or generate types from a schema`;
  return [{ id: rule.id, issue: { code: "RULE_LOG_TYPE_UNKNOWN", source, message, fix } }];
}

function problemsOfSteps({ rule, source }: LoadedDetection, ids: ReadonlySet<string>): Problem[] {
  if (!isCorrelation(rule)) return [];
  try {
    lowestFirst([rule]);
  } catch (error) {
    if (!(error instanceof CaracalError)) throw error;
    return error.issues.map((issue) => ({ id: rule.id, issue: { ...issue, source } }));
  }
  const missing = rulesNeeded(rule).filter(({ id }) => !ids.has(id));
  if (missing.length === 0) return [];
  const message = `${rule.id} waits for ${missing.map(({ id }) => id).join(", ")}, which does not run, so it could never complete`;
  const fix = "export the rules of its steps from this folder, and enable them";
  return [{ id: rule.id, issue: { code: "RULE_STEP_MISSING", source, message, fix } }];
}
