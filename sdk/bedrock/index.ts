/**
 * What rules need to know about an event of `AWS.BedrockModelInvocation`: who called, which model, how many tokens,
 * how it failed. Every function takes the event, throws nothing, and reads bodies of any shape.
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
export { type ErrorClass, errorClass, isClientError } from "./error-class.ts";
export { type Model, model } from "./model.ts";
export { type Principal, principal } from "./principal.ts";
export { type Tokens, tokens } from "./tokens.ts";
