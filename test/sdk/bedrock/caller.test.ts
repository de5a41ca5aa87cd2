import { expect, test } from "vitest";
import { caller } from "../../../sdk/bedrock/caller.ts";
import { eventOf, invocation } from "../../../sdk/testing/index.ts";

const call = (session: string, modelId: string) =>
  caller(
    eventOf(
      "AWS.BedrockModelInvocation",
      invocation({
        identity: { arn: `arn:aws:sts::111122223333:assumed-role/claims-summary/${session}` },
        modelId,
      }),
    ),
  );

test("who called what, and where, is told in short", () => {
  expect(call("task-1", "us.amazon.nova-pro-v1:0")).toEqual({
    principal: "111122223333:role/claims-summary",
    kind: "role",
    session: "task-1",
    model: "amazon.nova-pro-v1:0",
    region: "eu-central-1",
  });
});

test("names that the caller chooses are cut after 100 characters", () => {
  expect(call(`s${"e".repeat(99)}x`, `m${"o".repeat(99)}x`)).toMatchObject({
    session: `s${"e".repeat(99)}`,
    model: `m${"o".repeat(99)}`,
  });
});

test("a record that says nothing of its caller and place is told too", () => {
  const event = eventOf("AWS.BedrockModelInvocation", invocation({ identity: null, region: null }));
  expect(caller(event)).toMatchObject({ kind: "unknown", session: undefined, region: undefined });
});
