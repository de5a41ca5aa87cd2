import { type AnyRule, defineRule, type Duration, type EventOf } from "caracal";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;

/** What the windows of a made rule measure. */
export type Kind = "count" | "unique" | "sum";

/** No window gets there, so every match goes its whole way through group, window and measure. */
const NEVER = 1e12;

/** A rule that every event matches and that never raises an alert; its groups are the principals. */
export function madeRule(kind: Kind, within: Duration): AnyRule {
  return defineRule({
    id: "Made.Rule",
    logTypes: ["AWS.BedrockModelInvocation"],
    severity: "LOW",
    detect: () => true,
    dedup: (event) => event.identity?.arn ?? "",
    threshold: { count: { count: NEVER, within }, unique: unique(within), sum: sum(within) }[kind],
  });
}

function unique(within: Duration) {
  return { unique: (event: Invocation) => event.modelId, atLeast: NEVER, within };
}

function sum(within: Duration) {
  return { sum: (event: Invocation) => event.input?.inputTokenCount ?? 0, atLeast: NEVER, within };
}
