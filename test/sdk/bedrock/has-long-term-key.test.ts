import { expect, test } from "vitest";
import { hasLongTermKey } from "../../../sdk/bedrock/has-long-term-key.ts";
import { eventOf, invocation } from "../../../sdk/testing/index.ts";

test.each([
  ["arn:aws:iam::111122223333:user/dana", true],
  ["arn:aws:iam::111122223333:user/BedrockAPIKey-1a2b", true],
  ["arn:aws:sts::111122223333:federated-user/kim", true],
  ["arn:aws:sts::111122223333:assumed-role/claims-summary/task-1", false],
  ["arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developers_0123456789abcdef/kim", false],
  ["arn:aws:iam::111122223333:root", false],
  ["<redacted>", false],
])("whether %s has a long-term key: %s", (arn, expected) => {
  const event = eventOf("AWS.BedrockModelInvocation", invocation({ identity: { arn } }));
  expect(hasLongTermKey(event)).toBe(expected);
});
