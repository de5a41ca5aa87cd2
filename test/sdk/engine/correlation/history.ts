import { defineRule } from "caracal";
import type { Alert } from "../../../../sdk/engine/alert.ts";
import { compileCorrelation } from "../../../../sdk/engine/correlation/compiled-correlation.ts";
import {
  type CorrelationOptions,
  CorrelationRunner,
} from "../../../../sdk/engine/correlation/correlation-runner.ts";
import type { StepMatch } from "../../../../sdk/engine/correlation/step-match.ts";
import { alertOf } from "../../../../sdk/engine/open-alert.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import type { AnyCorrelation } from "../../../../sdk/rule/correlation.ts";
import { defineCorrelation } from "../../../../sdk/rule/define-correlation.ts";
import { type AbsenceOptions, step, type StepOptions, without } from "../../../../sdk/rule/step.ts";
import { rowId, START } from "../history.ts";

/** One event per line: when, which steps it matches, and perhaps of which key and with which value. */
export type Line = readonly [seconds: number, steps: string, key?: string, value?: string];

const by = (): string => "k";

/** A rule whose matches the tests make up. */
const ruleOf = (id: string) =>
  defineRule({ id, logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW", detect: () => true });

/** A step named after its rule. */
export const some = (id: string, options: Partial<StepOptions<never, {}>> = {}) => ({
  [id]: step(ruleOf(id), { by, ...options } as StepOptions<unknown, {}>),
});

/** An absent step named after its rule. */
export const no = (id: string, options: Partial<AbsenceOptions<never>> = {}) => ({
  [id]: without(ruleOf(id), { by, ...options } as AbsenceOptions<unknown>),
});

/** So many different values, and as many matches. */
export const different = (atLeast: number) => ({ distinct: { of: by, atLeast } });

/** A sequence of 10 s whose completions each make an alert, with changes. */
export function correlation(steps: object, changes: object = {}): AnyCorrelation {
  return defineCorrelation({
    id: "Test.Correlation",
    severity: "LOW",
    order: "sequence",
    within: "10s",
    dedupPeriod: "1ms",
    ...changes,
    steps,
  } as never);
}

/** What lines are for the steps that they name. The number of a line is the number of its row. */
export function matchesOf({ id, steps }: AnyCorrelation, lines: readonly Line[]): StepMatch[] {
  const names = Object.keys(steps);
  return lines.flatMap(([seconds, matched, key = "k", value], row) => {
    const time = START + Math.round(seconds * 1_000);
    const entry = {
      time,
      rowId: rowId(row),
      logType: "AWS.BedrockModelInvocation",
      indicators: { p_any_usernames: [`user-${row}`] },
      summary: [],
      faults: [],
    };
    return matched.split(" ").map((name) => ({
      correlation: id,
      step: names.indexOf(name),
      on: "match" as const,
      time,
      key,
      dedup: key,
      ...(value !== undefined && { distinct: value }),
      context: { row },
      entry,
      above: [],
    }));
  });
}

export function runnerOf(rule: AnyCorrelation, options: Partial<CorrelationOptions> = {}): CorrelationRunner {
  return new CorrelationRunner(compileCorrelation(rule), { digest: sha256, ...options });
}

/** All alerts of a history, each once, as they are at its end. */
export function alertsOf(rule: AnyCorrelation, lines: readonly Line[]): Alert[] {
  const last = Math.max(...lines.map(([seconds]) => seconds));
  const { alerts } = runnerOf(rule).run(matchesOf(rule, lines), START + last * 1_000);
  return [...new Set(alerts)].map(alertOf);
}

/** Alerts as `created at: rows of the first step | rows of the second step`, with the key where it is not k. */
export function told(rule: AnyCorrelation, lines: readonly Line[]): string[] {
  return alertsOf(rule, lines).map(({ createdAt, dedup, steps = [] }) => {
    const rows = steps.map(({ eventIds }) => eventIds.map((id) => Number.parseInt(id, 16)).join(" "));
    const at = (Date.parse(createdAt) - START) / 1_000;
    return `${dedup === "k" ? "" : `${dedup} `}${at}s: ${rows.join(" | ")}`;
  });
}
