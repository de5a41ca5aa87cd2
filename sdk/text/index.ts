/**
 * Text as an attacker writes it: folded, decoded, and searched for orders to a model, secrets and harmful commands. No
 * function throws; the time of each is linear in the text.
 *
 * ```ts
 * import { defineRule } from "caracal";
 * import { prompt } from "caracal/bedrock";
 * import { readText, weightOf } from "caracal/text";
 *
 * export default defineRule({
 *   id: "Example.InjectedDocument",
 *   logTypes: ["AWS.BedrockModelInvocation"],
 *   severity: "HIGH",
 *   detect: (event) => weightOf(readText(prompt(event).toolResults, "tool").injections) === 3,
 * });
 * ```
 *
 * @module
 */
export { decodedPieces } from "./decoded-pieces.ts";
export { findCommands } from "./find-commands.ts";
export { findHarvesting } from "./find-harvesting.ts";
export { findInjections } from "./find-injections.ts";
export { findJailbreaks } from "./find-jailbreaks.ts";
export { findRoleplay } from "./find-roleplay.ts";
export { findSecrets, type Secret } from "./find-secrets.ts";
export { foldText } from "./fold-text.ts";
export { isRefusal } from "./is-refusal.ts";
export { type Reading, readText } from "./read-text.ts";
export type { SecretKind } from "./secret-patterns.ts";
export { sharedPiece } from "./shared-piece.ts";
export { shortHash } from "./short-hash.ts";
export { type Sign, weightOf } from "./sign.ts";
