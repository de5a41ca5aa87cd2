import type { Detection } from "../rule/step.ts";
import { rulesNeeded } from "../rule/check-correlations.ts";
import { isCorrelation } from "../rule/correlation.ts";
import { noteCase } from "./note-case.ts";
import type { Replay } from "./run-events.ts";

/** What a rule has done so far. */
interface Done {
  /** Events that it has seen. */
  readonly seen: number;
  /** Alerts that it has raised; of a rule that raises none, its matches. */
  readonly told: number;
  /** Events in all its alerts, those about errors too. */
  readonly counted: number;
}

/**
 * Notes in the running test what each rule did since an earlier point in the same records. Where events only joined an
 * alert, or a rule failed, it did neither: that is no case.
 *
 * @param before what came of the records up to there. Default: nothing
 */
export function noteRun(after: Replay, before?: Replay): void {
  for (const rule of after.rules) {
    const { seen, told, counted } = doneSince(rule, after, before);
    if (told > 0) noteCase({ rule: rule.id, kind: "raised" });
    else if (seen > 0 && counted === 0) noteCase({ rule: rule.id, kind: "quiet" });
  }
}

/** What a rule did since an earlier point. */
export function doneSince(rule: Detection, after: Replay, before?: Replay): Done {
  const now = done(rule, after);
  const then = before === undefined ? { seen: 0, told: 0, counted: 0 } : done(rule, before);
  return { seen: now.seen - then.seen, told: now.told - then.told, counted: now.counted - then.counted };
}

function done(rule: Detection, { alerts, counts }: Replay): Done {
  const simple = isCorrelation(rule) ? rulesNeeded(rule).filter((one) => !isCorrelation(one)) : [rule];
  const seen = simple.reduce((sum, { id }) => sum + (counts.rules[id]?.events ?? 0), 0);
  const own = alerts.filter(({ ruleId }) => ruleId === rule.id);
  const counted = own.reduce((sum, { eventCount }) => sum + eventCount, 0);
  const raised = own.filter(({ type }) => type !== "RULE_ERROR").length;
  return { seen, counted, told: rule.createAlert === false ? (counts.rules[rule.id]?.matches ?? 0) : raised };
}
