import { isJsonObject, type JsonArray, type JsonValue } from "../event/index.ts";
import { at, textAt } from "./at.ts";

/** One thing that a guardrail found. */
export interface Finding {
  /** The guardrail's id. */
  readonly guardrail: string;
  /** Where it was found: in the prompt or in the answer. */
  readonly side: "input" | "output";
  readonly policy:
    | "topic"
    | "content"
    | "word"
    | "sensitive-information"
    | "grounding"
    | "automated-reasoning"
    | "other";
  /** The policy's name or type for it: `PROMPT_ATTACK`, `EMAIL`, `invalid`, a denied topic's name. */
  readonly name: string | undefined;
  /** `detected`: it was only told, and the call went through. */
  readonly action: "blocked" | "masked" | "detected";
  /** How sure a content filter is: `LOW`, `MEDIUM`, `HIGH`. */
  readonly confidence: string | undefined;
  /** The text that was found. It is the secret or the word itself: keep it out of alerts. */
  readonly match: string | undefined;
}

type Side = Finding["side"];

const POLICIES = new Map<string, Finding["policy"]>([
  ["topicPolicy", "topic"],
  ["contentPolicy", "content"],
  ["wordPolicy", "word"],
  ["sensitiveInformationPolicy", "sensitive-information"],
  ["contextualGroundingPolicy", "grounding"],
  ["automatedReasoningPolicy", "automated-reasoning"],
]);

/**
 * What one side's assessments found. They come as an object by guardrail or a list of such, and each guardrail's as
 * an object of policies or a list of such.
 *
 * @example
 * findingsIn([{ gr7x2: { topicPolicy: { topics: [{ name: "Prices", type: "DENY", action: "BLOCKED" }] } } }], "input");
 */
export function findingsIn(assessments: JsonValue | undefined, side: Side): Finding[] {
  return each(assessments)
    .flatMap(entriesOf)
    .flatMap(([guardrail, assessed]) =>
      each(assessed)
        .flatMap(entriesOf)
        .filter(([policy]) => policy.endsWith("Policy"))
        .flatMap(([policy, lists]) => foundBy(lists).map((found) => finding(guardrail, side, policy, found))),
    );
}

/** The elements of a list; anything else as the one element, if it is there. */
export function each(value: JsonValue | undefined): JsonArray {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function entriesOf(value: JsonValue | undefined): [string, JsonValue | undefined][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function foundBy(lists: JsonValue | undefined): JsonArray {
  return entriesOf(lists)
    .flatMap(([, list]) => each(list))
    .map((found) => verdictIn(found) ?? found)
    .filter(isFound);
}

/** The keys under which automated reasoning tells of what it could not prove. It takes no action of its own. */
const VERDICTS = ["invalid", "impossible", "satisfiable"];

function verdictIn(found: JsonValue): JsonValue | undefined {
  const name = VERDICTS.find((verdict) => at(found, verdict) !== undefined);
  return name === undefined ? undefined : { name, detected: true };
}

/** Traces list also what passed: newer ones say so, in older ones the score does. */
function isFound(found: JsonValue): boolean {
  const action = textAt(found, "action");
  const detected = at(found, "detected");
  if (typeof detected === "boolean" || action === undefined) return detected === true;
  const [score, threshold] = [at(found, "score"), at(found, "threshold")];
  const passed = typeof score === "number" && typeof threshold === "number" && score >= threshold;
  return !passed && at(found, "confidence") !== "NONE";
}

const ACTIONS = new Map<string | undefined, Finding["action"]>([
  ["BLOCKED", "blocked"],
  ["ANONYMIZED", "masked"],
]);

function finding(guardrail: string, side: Side, policy: string, found: JsonValue): Finding {
  return Object.freeze({
    guardrail,
    side,
    policy: POLICIES.get(policy) ?? "other",
    name: textAt(found, "name") ?? textAt(found, "type"),
    action: ACTIONS.get(textAt(found, "action")) ?? "detected",
    confidence: textAt(found, "confidence"),
    match: textAt(found, "match"),
  });
}
