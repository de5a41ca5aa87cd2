import type { Judged } from "./attribution.ts";
import { inOrder } from "./in-order.ts";
import { isLoud } from "./scored-alert.ts";

/** What a rule or correlation raised, rule errors aside. */
export interface RuleScore {
  readonly ruleId: string;
  readonly alerts: number;
  readonly loud: number;
  readonly falseAlerts: number;
  readonly falseLoud: number;
  /** What the false alerts took for an attack, by name. */
  readonly mistaken: readonly Mistake[];
}

/** What false alerts took for an attack: the id of a decoy, or {@link ORDINARY}. */
export interface Mistake {
  readonly name: string;
  readonly falseAlerts: number;
  readonly falseLoud: number;
}

/** Events that belong to no decoy. */
const ORDINARY = "ordinary traffic";

/** What a rule raised. */
export function ruleScore([ruleId, judged]: [string, readonly Judged[]]): RuleScore {
  const wrong = judged.filter(({ incidents }) => incidents.length === 0);
  const names = Map.groupBy(wrong, ({ decoy }) => decoy?.id ?? ORDINARY);
  return {
    ruleId,
    alerts: judged.length,
    loud: judged.filter(({ alert }) => isLoud(alert)).length,
    falseAlerts: wrong.length,
    falseLoud: wrong.filter(({ alert }) => isLoud(alert)).length,
    mistaken: inOrder(names).map(([name, each]) => ({
      name,
      falseAlerts: each.length,
      falseLoud: each.filter(({ alert }) => isLoud(alert)).length,
    })),
  };
}
