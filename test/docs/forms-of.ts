import type { AnyCorrelation, Detection } from "caracal";
import { isCorrelation } from "../../sdk/rule/correlation.ts";

const MEASURES = ["count", "unique", "sum", "ratio", "baseline", "absence"] as const;

/** What a rule or correlation shows of what can be written: its measure, or its order and the kinds of its steps. */
export function formsOf(rule: Detection): string[] {
  if (isCorrelation(rule)) return [rule.order, ...stepForms(rule)];
  const { threshold = 1, firstSeen } = rule;
  if (firstSeen !== undefined) return ["firstSeen"];
  return typeof threshold === "number"
    ? ["number"]
    : MEASURES.filter((name) => threshold[name] !== undefined);
}

function stepForms({ order, steps }: AnyCorrelation): string[] {
  const all = Object.values(steps);
  return all.flatMap((step, index) => {
    if (step.absent === true) {
      if (order === "any") return ["absent in a set"];
      return [index === 0 ? "absent first" : index === all.length - 1 ? "absent last" : "absent between"];
    }
    return [
      ...(step.atLeast === undefined ? [] : ["atLeast"]),
      ...(step.distinct === undefined ? [] : ["distinct"]),
      ...(step.on === "alert" ? ["on alert"] : []),
      ...(isCorrelation(step.rule) ? ["over a correlation"] : []),
    ];
  });
}
