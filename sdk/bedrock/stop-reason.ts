import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import type { JsonValue } from "../event/index.ts";
import { at, listAt, textAt } from "./at.ts";
import { errorClass } from "./error-class.ts";
import { guardrail } from "./guardrail.ts";
import { perEvent } from "./per-event.ts";

/** Why an answer ended. */
export interface StopReason {
  /**
   * - `end`: it was complete.
   * - `max-tokens`: the limit of the request or of the model was reached.
   * - `stop-sequence`: it came to a text that the request said to stop at.
   * - `tool-use`: the model waits for a tool.
   * - `guardrail`: a guardrail stepped in, whatever reason the body gives.
   * - `content-filter`: a filter of the model's maker stepped in.
   * - `refusal`: the model would not answer.
   * - `error`: it failed.
   * - `other`: the body gives another reason.
   * - `undefined`: none is told, as for embeddings, or the record has no body.
   */
  readonly kind: StopKind | undefined;
  /** The reason as the body gives it. */
  readonly raw: string | undefined;
}

type StopKind =
  | "end"
  | "max-tokens"
  | "stop-sequence"
  | "tool-use"
  | "guardrail"
  | "content-filter"
  | "refusal"
  | "error"
  | "other";

/** The words of the models' makers, in lower case, from their API references. */
const WORDS: readonly (readonly [StopKind, readonly string[]])[] = [
  ["end", ["end_turn", "stop", "complete", "completed", "finish", "finished", "endoftext", "success"]],
  ["max-tokens", ["max_tokens", "length", "max_output_tokens", "model_context_window_exceeded"]],
  ["stop-sequence", ["stop_sequence", "stop_criteria_met"]],
  ["tool-use", ["tool_use", "tool_calls", "tool_call", "function_call"]],
  ["guardrail", ["guardrail_intervened"]],
  ["content-filter", ["content_filtered", "content_filter", "error_toxic"]],
  ["refusal", ["refusal"]],
  [
    "error",
    ["error", "error_limit", "failed", "inference error", "malformed_model_output", "malformed_tool_use"],
  ],
];

const KINDS = new Map(WORDS.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));

const KEYS = ["stopReason", "stop_reason", "finish_reason", "completionReason", "finishReason"];

const LISTS = ["choices", "results", "outputs", "generations", "completions", "artifacts"];

/**
 * Why the answer ended, in one form for all models. In a stream the last chunk that tells is right.
 *
 * | body | `kind` |
 * |---|---|
 * | `stopReason: "end_turn"`, `finish_reason: "stop"`, `completionReason: "FINISH"` | `end` |
 * | `stop_reason: "max_tokens"`, `finish_reason: "length"` | `max-tokens` |
 * | `stop_reason: "end_turn"`, and `amazon-bedrock-guardrailAction: "INTERVENED"` | `guardrail` |
 * | `finish_reasons: ["Filter reason: prompt"]` | `content-filter` |
 * | none, and an `errorCode` | `error` |
 *
 * @example
 * stopReason(event); // { kind: "max-tokens", raw: "length" }
 */
export const stopReason: (event: AwsBedrockModelInvocation) => StopReason = perEvent((event) => {
  const body = event.output?.outputBodyJson;
  const raw = Array.isArray(body) ? lastReason(body) : reasonIn(body);
  const { action } = guardrail(event);
  if (action !== undefined && action !== "none") return { kind: "guardrail", raw };
  if (raw !== undefined) return { kind: kindOf(raw.toLowerCase()), raw };
  return { kind: errorClass(event) === undefined ? undefined : "error", raw };
});

function kindOf(word: string): StopKind {
  return word.startsWith("filter reason") ? "content-filter" : (KINDS.get(word) ?? "other");
}

function lastReason(chunks: readonly JsonValue[]): string | undefined {
  for (let index = chunks.length - 1; index >= 0; index--) {
    const reason = reasonIn(chunks[index]);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonIn(body: JsonValue | undefined): string | undefined {
  const own = toldBy(body) ?? toldBy(at(body, "delta")) ?? toldBy(at(body, "messageStop"));
  if (own !== undefined) return own;
  for (const list of LISTS) {
    for (const element of listAt(body, list)) {
      const reason = toldBy(element);
      if (reason !== undefined) return reason;
    }
  }
  const image = listAt(body, "finish_reasons").find((reason) => typeof reason === "string");
  return image ?? statusIn(at(body, "response") ?? body);
}

function toldBy(holder: JsonValue | undefined): string | undefined {
  if (holder === undefined) return undefined;
  for (const key of KEYS) {
    const reason = textAt(holder, key) ?? textAt(holder, key, "reason");
    if (reason !== undefined && reason !== "") return reason;
  }
  return undefined;
}

/** How one of OpenAI's responses ended. */
function statusIn(response: JsonValue | undefined): string | undefined {
  if (textAt(response, "object") !== "response") return undefined;
  return textAt(response, "incomplete_details", "reason") ?? textAt(response, "status");
}
