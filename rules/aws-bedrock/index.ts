/**
 * Rules over Amazon Bedrock's model invocation log.
 *
 * @module
 */
export { errorSpike } from "./error-spike.ts";
export { tokenAbuse } from "./token-abuse.ts";
export { foreignIdentity, missingIdentity, rootUser, unknownPrincipal } from "./unknown-identity.ts";
