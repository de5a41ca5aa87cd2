/**
 * What rules need to know about an event of `AWS.BedrockModelInvocation`: who called, which model, how many tokens,
 * how it failed, what was said and answered, which tools were called, what guardrails found. Every function takes the
 * event, throws nothing, and reads bodies of any shape; what several rules ask about one event is worked out once.
 *
 * ```ts
 * import { defineRule } from "caracal";
 * import { errorClass, model, principal } from "caracal/bedrock";
 *
 * export default defineRule({
 *   id: "Example.ModelProbing",
 *   logTypes: ["AWS.BedrockModelInvocation"],
 *   severity: "MEDIUM",
 *   detect: (event) => errorClass(event) === "access",
 *   dedup: (event) => principal(event).key,
 *   threshold: { unique: (event) => model(event).id, atLeast: 5, within: "15m" },
 * });
 * ```
 *
 * The shapes are those of the Amazon Bedrock user guide.
 *
 * @module
 */
export { type Answer, answer } from "./answer.ts";
export { type Caller, caller } from "./caller.ts";
export { type Cost, cost } from "./cost.ts";
export { type ErrorClass, errorClass, isClientError } from "./error-class.ts";
export { type Guardrail, guardrail } from "./guardrail.ts";
export type { Finding } from "./guardrail-findings.ts";
export { hasLongTermKey } from "./has-long-term-key.ts";
export { isOwnFault } from "./is-own-fault.ts";
export { type Media, media } from "./media.ts";
export { type Model, model } from "./model.ts";
export { type ModelName, modelName } from "./model-name.ts";
export { type OfferedTool, offeredTools } from "./offered-tools.ts";
export { type Principal, principal } from "./principal.ts";
export { type Prompt, prompt } from "./prompt.ts";
export { promptShape } from "./prompt-shape.ts";
export { type Readings, readings } from "./readings.ts";
export { type RequestBody, requestBody } from "./request-body.ts";
export { type ResponseBody, responseBody } from "./response-body.ts";
export { type StopReason, stopReason } from "./stop-reason.ts";
export { tokenLimit } from "./token-limit.ts";
export { tokenWeight } from "./token-weight.ts";
export { type Tokens, tokens } from "./tokens.ts";
export type { ToolCall } from "./tool-call.ts";
export { toolCalls } from "./tool-calls.ts";
