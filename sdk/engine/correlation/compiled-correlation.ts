import { toMilliseconds } from "../../base/duration.ts";
import type { AnyCorrelation } from "../../rule/correlation.ts";
import type { Severity } from "../../rule/severity.ts";

/** A step made ready to run. */
export interface CompiledStep {
  readonly name: string;
  readonly ruleId: string;
  readonly isAbsent: boolean;
  /** Where it comes among matches of the same time; see {@link inOrder}. */
  readonly rank: number;
  /** How many matches fill it. */
  readonly atLeast: number;
  /** How many different values they must have; 0 for no matter which. */
  readonly distinct: number;
  /** For how long it must stay empty, in milliseconds, when it is absent. */
  readonly within: number;
}

/** A correlation made ready to run: durations in milliseconds, defaults in place. */
export interface CompiledCorrelation {
  readonly rule: AnyCorrelation;
  readonly id: string;
  readonly order: "sequence" | "any";
  readonly steps: readonly CompiledStep[];
  readonly within: number;
  readonly dedupPeriod: number;
  /** What it says when it cannot say it of its steps. */
  readonly severity: Severity;
}

/** Makes a correlation ready to run. */
export function compileCorrelation(rule: AnyCorrelation): CompiledCorrelation {
  const { id, order, dedupPeriod = "1h", severity, defaultSeverity = "MEDIUM" } = rule;
  const within = toMilliseconds(rule.within);
  const steps = Object.entries(rule.steps).map(([name, step], at): CompiledStep => {
    const isAbsent = step.absent === true;
    const own = step.absent === true ? step.within : undefined;
    return {
      name,
      ruleId: step.rule.id,
      isAbsent,
      // In a set, what must be absent is looked for before what fills it.
      rank: order === "sequence" ? at : isAbsent ? 0 : 1,
      atLeast: step.absent === true ? 0 : (step.atLeast ?? 1),
      distinct: step.absent === true ? 0 : (step.distinct?.atLeast ?? 0),
      within: own === undefined ? within : toMilliseconds(own),
    };
  });
  return {
    rule,
    id,
    order,
    steps,
    within,
    dedupPeriod: toMilliseconds(dedupPeriod),
    severity: typeof severity === "function" ? defaultSeverity : severity,
  };
}
