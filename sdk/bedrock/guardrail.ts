import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { isJsonObject, type JsonValue } from "../event/index.ts";
import { at, textAt } from "./at.ts";
import { each, type Finding, findingsIn } from "./guardrail-findings.ts";
import { perEvent } from "./per-event.ts";

/** What guardrails made of a call. */
export interface Guardrail {
  /**
   * - `blocked`: the prompt or the answer was withheld.
   * - `masked`: something in them was made unreadable.
   * - `intervened`: one of the two, but the record does not tell which.
   * - `none`: a guardrail looked and let the call through.
   * - `undefined`: no sign of a guardrail. There may have been one, when the caller did not ask for its trace.
   */
  readonly action: "blocked" | "masked" | "intervened" | "none" | undefined;
  /** What they found, on either side. */
  readonly findings: readonly Finding[];
  /** What the model had answered before a guardrail withheld or masked it. The caller never saw it. */
  readonly blockedAnswers: readonly string[];
}

/**
 * What guardrails made of a call. A guardrail is no error: the call succeeds, with another answer.
 *
 * | body | read |
 * |---|---|
 * | Converse, ConverseStream | `trace.guardrail`; `stopReason: "guardrail_intervened"` |
 * | InvokeModel | `amazon-bedrock-trace`, `amazon-bedrock-guardrailAction` |
 * | InvokeModelWithResponseStream | the same, in any chunk: the stop reason stays `end_turn` |
 *
 * @example
 * guardrail(event).findings.some(({ name, side }) => name === "PROMPT_ATTACK" && side === "input");
 */
export const guardrail: (event: AwsBedrockModelInvocation) => Guardrail = perEvent((event) => {
  const bodies = each(event.output?.outputBodyJson).filter(tells);
  if (bodies.length === 0) return UNSEEN;
  const traces = bodies.flatMap(tracesIn);
  const findings = traces.flatMap((trace) => [
    ...findingsIn(at(trace, "inputAssessment") ?? at(trace, "input"), "input"),
    ...findingsIn(at(trace, "outputAssessments") ?? at(trace, "outputs"), "output"),
  ]);
  const action = actionOf(bodies, traces, findings);
  const seen = action === undefined || action === "none";
  const answers = seen ? [] : traces.flatMap((trace) => each(at(trace, "modelOutput")));
  return {
    action,
    findings: Object.freeze(findings),
    blockedAnswers: Object.freeze(answers.filter((answer) => typeof answer === "string")),
  };
});

const ACTION = "amazon-bedrock-guardrailAction";
const INTERVENED = "guardrail_intervened";

/** Whether a body or chunk tells of a guardrail: nearly none does. */
function tells(body: JsonValue): boolean {
  if (!isJsonObject(body)) return false;
  for (const key in body) {
    if (key === "trace" || key === "amazon-bedrock-trace" || key === ACTION) return true;
    if (key === "stopReason" && body[key] === INTERVENED) return true;
    if (key === "messageStop" && at(body[key], "stopReason") === INTERVENED) return true;
    if (key === "metadata" && at(body[key], "trace") !== undefined) return true;
  }
  return false;
}

const UNSEEN: Guardrail = Object.freeze({
  action: undefined,
  findings: Object.freeze([]),
  blockedAnswers: Object.freeze([]),
});

/** Where bodies and chunks have traces; the last is for those of Nova's and Converse's streams. */
const TRACES = [["trace"], ["amazon-bedrock-trace"], ["metadata", "trace"]];

function tracesIn(body: JsonValue): readonly JsonValue[] {
  return TRACES.flatMap((path) => {
    const trace = at(body, ...path);
    return each(at(trace, "guardrail") ?? at(trace, "guardrails"));
  });
}

function actionOf(
  bodies: readonly JsonValue[],
  traces: readonly JsonValue[],
  findings: readonly Finding[],
): Guardrail["action"] {
  const reasons = traces.map((trace) => textAt(trace, "actionReason") ?? "");
  for (const action of ["blocked", "masked"] as const) {
    if (findings.some((finding) => finding.action === action)) return action;
    if (reasons.some((reason) => reason.startsWith(`Guardrail ${action}`))) return action;
  }
  if (bodies.some(intervened)) return "intervened";
  const looked = traces.length > 0 || bodies.some((body) => at(body, ACTION) !== undefined);
  return looked ? "none" : undefined;
}

function intervened(body: JsonValue): boolean {
  return (
    at(body, ACTION) === "INTERVENED" ||
    [at(body, "stopReason"), at(body, "messageStop", "stopReason")].includes(INTERVENED)
  );
}
