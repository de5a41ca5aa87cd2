import type { AnyEvent, AnyRule } from "caracal";
import { ClosingAlerts } from "../../sdk/engine/closing-alerts.ts";
import { compileRule } from "../../sdk/engine/compiled-rule.ts";
import { emptyCounts, emptyRuleCounts } from "../../sdk/engine/engine-counts.ts";
import { evaluate } from "../../sdk/engine/evaluate.ts";
import type { Match } from "../../sdk/engine/match.ts";
import { RuleRunner } from "../../sdk/engine/rule-runner.ts";
import { sha256 } from "../../sdk/event/sha256.ts";

/** The part of an engine that takes a rule's matches through groups, windows and measures. */
export interface MadeWindows {
  readonly runner: RuleRunner;
  /** The match of an event: what the engine hands to the windows when its turn has come. */
  readonly match: (event: AnyEvent) => Match;
}

/** The windows of a rule that every event matches. */
export function madeWindows(made: AnyRule): MadeWindows {
  const rule = compileRule(made, sha256);
  const shared = { digest: sha256, counts: emptyCounts(), closing: new ClosingAlerts(), limit: 100_000 };
  const runner = new RuleRunner(rule, emptyRuleCounts(), { ...shared, isSaved: false, remake: asEvent });
  return { runner, match: (event) => matchOf(event) };

  function matchOf(event: AnyEvent): Match {
    const { p_row_id: rowId, p_log_type: logType } = event;
    const id = { time: event.p_event_time.getTime(), rowId, logType };
    const answer = evaluate(rule, event, { ...id });
    if (answer === undefined) throw new Error("every event was to match");
    const held = { recordSize: 0, size: 0, record: event, event: () => event, matches: [] };
    const arrival = { ...id, lateAt: undefined, ...held };
    return { ...answer, rule, arrival };
  }
}

function asEvent(record: object): AnyEvent {
  return record as AnyEvent;
}
