import type { Exchange, GuardrailVerdict } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../scenario.ts";
import { FORBIDDEN, JAILBREAK } from "./texts/jailbreak.ts";
import { filled, worded } from "./wording.ts";

type Finding = NonNullable<GuardrailVerdict["findings"]>[number];

/** What filters make of requests for what is forbidden. */
const CONTENT = ["MISCONDUCT", "MISCONDUCT", "VIOLENCE", "HATE", "INSULTS", "SEXUAL"];
const SURE = ["HIGH", "HIGH", "HIGH", "MEDIUM", "LOW"] as const;
const TOPICS = ["Crime", "Weapons", "Prices of others", "Personal advice"];

function findings(isTrick: boolean, random: Random): readonly Finding[] {
  const trick: Finding = { policy: "content", name: "PROMPT_ATTACK", confidence: random.pick(SURE) };
  const content: Finding = { policy: "content", name: random.pick(CONTENT), confidence: random.pick(SURE) };
  const topic: Finding = { policy: "topic", name: random.pick(TOPICS) };
  const word: Finding = { policy: "word", name: "PROFANITY", match: "damn" };
  const found = isTrick ? [trick] : [];
  if (!isTrick || random.chance(0.4)) found.push(random.chance(0.6) ? content : topic);
  if (random.chance(0.1)) found.push(word);
  return found;
}

/** A request for something forbidden, put in one of the ways that people try. */
export function forbidden(
  stage: Stage,
  random: Random,
): { readonly prompt: string; readonly isTrick: boolean } {
  const ask = worded(FORBIDDEN, stage, random);
  const isTrick = random.chance(0.5);
  return { prompt: isTrick ? filled(worded(JAILBREAK, stage, random), { ask }) : ask, isTrick };
}

/** Such a request, and the guardrail that blocks it; `trace` is whether the caller has its trace. */
export function blocked(stage: Stage, random: Random, trace = true): Exchange {
  const { prompt, isTrick } = forbidden(stage, random);
  return {
    prompt,
    guardrail: { action: "blocked", side: "input", findings: findings(isTrick, random), trace },
  };
}
