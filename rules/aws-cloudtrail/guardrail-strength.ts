import type { EventOf } from "caracal";
import { listParameter, parameter } from "caracal/cloudtrail";
import get from "lodash/get.js";

/** The policies that a guardrail can have, where a request of UpdateGuardrail has them. */
const POLICIES = [
  "contentPolicyConfig",
  "topicPolicyConfig",
  "wordPolicyConfig",
  "sensitiveInformationPolicyConfig",
  "contextualGroundingPolicyConfig",
  "automatedReasoningPolicyConfig",
];

/** What an update of a guardrail says of its strength; the update is the whole guardrail from then on. */
export interface GuardrailStrength {
  readonly policies: number;
  /** Strengths of content filters on both sides; attacks on prompts have none on the side of the answer. */
  readonly strengths: readonly unknown[];
  /** Filters, topics and kinds of personal data that only tell, and stop nothing. */
  readonly silenced: number;
  /** The filter against attacks on prompts is off or low. */
  readonly letsAttacksIn: boolean;
}

export function guardrailStrength(event: EventOf<"AWS.CloudTrail">): GuardrailStrength {
  const filters = listParameter(event, "contentPolicyConfig", "filtersConfig");
  const topics = listParameter(event, "topicPolicyConfig", "topicsConfig");
  const entities = listParameter(event, "sensitiveInformationPolicyConfig", "piiEntitiesConfig");
  const attacks = filters.filter((filter) => get(filter, "type") === "PROMPT_ATTACK");
  const others = filters.filter((filter) => get(filter, "type") !== "PROMPT_ATTACK");
  const inputs = filters.map((filter): unknown => get(filter, "inputStrength"));
  return {
    policies: POLICIES.filter((policy) => parameter(event, policy) != null).length,
    strengths: [...inputs, ...others.map((filter): unknown => get(filter, "outputStrength"))],
    silenced: [...filters, ...topics, ...entities].filter(onlyTells).length,
    letsAttacksIn: attacks.some((filter) => isWeakWord(get(filter, "inputStrength"))),
  };
}

/** Whether an update leaves a guardrail that stops little: without policies, mostly off or low, or only telling. */
export function isWeak(event: EventOf<"AWS.CloudTrail">): boolean {
  if (parameter(event) == null) return false;
  const { policies, strengths, silenced, letsAttacksIn } = guardrailStrength(event);
  const weak = strengths.filter(isWeakWord).length;
  const isBare = policies === 0 || (policies === 1 && strengths.length === 0);
  return isBare || letsAttacksIn || silenced > 0 || (weak > 0 && weak * 2 >= strengths.length);
}

function isWeakWord(strength: unknown): boolean {
  return strength === "NONE" || strength === "LOW";
}

function onlyTells(part: unknown): boolean {
  return (
    get(part, "inputAction") === "NONE" ||
    get(part, "action") === "NONE" ||
    get(part, "inputEnabled") === false
  );
}
