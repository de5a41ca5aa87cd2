import { CaracalError } from "../base/caracal-error.ts";
import type { EventOf, LogTypeName } from "../event/log-types.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { MeasureKnown, MeasureWritten } from "./measure.ts";
import type { Rule, TitleOver } from "./rule.ts";
import { ruleMetadata } from "./rule-metadata.ts";
import type { FirstSeen, Threshold } from "./threshold.ts";

/**
 * Defines a detection rule: checks it, freezes it, and hands it back as the plain data it is. Export it from a file
 * under `rules/` and it is found.
 *
 * @throws CaracalError `RULE_INVALID` with everything that is wrong with the rule
 * @example
 * export default defineRule({
 *   id: "AWS.Bedrock.OpusUsed",
 *   logTypes: ["AWS.BedrockModelInvocation"],
 *   severity: "LOW",
 *   detect: (event) => event.modelId.includes("opus"),
 *   title: (event) => `${event.accountId} called ${event.modelId}`,
 * });
 */
export function defineRule<
  const Names extends readonly LogTypeName[],
  Title extends TitleOver<Names>,
  T extends Threshold<EventOf<Names[number]>>,
  F extends FirstSeen<EventOf<Names[number]>>,
>(
  rule: Rule<Names, Title, MeasureWritten<EventOf<Names[number]>, T, F>>,
): Rule<Names, NoInfer<Title>, MeasureKnown<EventOf<Names[number]>, T, F>> {
  const checked = ruleMetadata.safeParse(rule);
  if (checked.success) return deepFreeze(rule);
  const source = typeof rule?.id === "string" ? `rule ${rule.id}` : "a rule without an id";
  throw new CaracalError(
    checked.error.issues.map(({ path, message }) => ({
      code: "RULE_INVALID",
      source,
      message: path.length === 0 ? message : `${path.join(".")}: ${message}`,
    })),
  );
}
