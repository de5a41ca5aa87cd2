import { expect, test } from "vitest";
import { isOwnFault } from "../../../sdk/bedrock/is-own-fault.ts";
import { eventOf, invocation } from "../../../sdk/testing/index.ts";

test.each([
  ["AccessDeniedException", true],
  ["ValidationException", true],
  ["ResourceNotFoundException", true],
  ["ThrottlingException", false],
  ["ServiceQuotaExceededException", false],
  ["InternalServerException", false],
  ["SomethingNewException", false],
  [null, false],
])("whether %s is the caller's own fault: %s", (errorCode, expected) => {
  expect(isOwnFault(eventOf("AWS.BedrockModelInvocation", invocation({ errorCode })))).toBe(expected);
});
