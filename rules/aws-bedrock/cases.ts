/**
 * The test cases of the rules over Amazon Bedrock's model invocation log, to test rules with that are derived from them.
 *
 * @module
 */
export { errorSpikeCases } from "./error-spike.cases.ts";
export { tokenAbuseCases } from "./token-abuse.cases.ts";
export {
  foreignIdentityCases,
  missingIdentityCases,
  rootUserCases,
  unknownPrincipalCases,
} from "./unknown-identity.cases.ts";
