import { describe, expect, test } from "vitest";
import { principal } from "../../../sdk/bedrock/index.ts";
import { caller } from "../../../sdk/cloudtrail/index.ts";
import { event as invocation } from "../bedrock/event.ts";
import { event } from "./event.ts";

const A = "111122223333";

const of = (userIdentity: object, fields: object = {}) => caller(event({ userIdentity, ...fields }));

describe("caller", () => {
  test.each([
    `arn:aws:iam::${A}:user/ines`,
    `arn:aws:iam::${A}:user/BedrockAPIKey-7qk2`,
    `arn:aws:sts::${A}:assumed-role/Summariser/task-81`,
    `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Analyst_4be1c07d92a65f38/ines@tolvane.example`,
    `arn:aws:sts::${A}:federated-user/kiosk`,
    `arn:aws:iam::${A}:root`,
  ])("has the key that Bedrock's log gives %s", (arn) => {
    const { key, kind, name, account, session } = principal(invocation({ identity: { arn } }));
    expect(of({ arn })).toMatchObject({ key, kind, name, account, session, arn });
  });

  test.each([
    [{ accessKeyId: "AKIAEXAMPLE" }, {}, "long-term"],
    [{ accessKeyId: "ASIAEXAMPLE" }, {}, "temporary"],
    [{ accessKeyId: "ASIAEXAMPLE" }, { sessionCredentialFromConsole: true }, "console"],
    [{ accessKeyId: "AKIAEXAMPLE" }, { additionalEventData: { callWithBearerToken: true } }, "api-key"],
    [{ accessKeyId: "ASIAEXAMPLE" }, { additionalEventData: { callWithBearerToken: false } }, "temporary"],
    [{ accessKeyId: "" }, {}, "unknown"],
    [{}, {}, "unknown"],
  ])("tells credentials: %j with %j are %s", (identity, fields, credentials) => {
    expect(of({ arn: `arn:aws:iam::${A}:user/ines`, ...identity }, fields).credentials).toBe(credentials);
  });

  test("a principal that acts through a service stays the principal, and the service is told", () => {
    const stack = of({
      arn: `arn:aws:sts::${A}:assumed-role/deployment/run-1`,
      invokedBy: "cloudformation.amazonaws.com",
    });
    expect(stack).toMatchObject({ key: `${A}:role/deployment`, via: "cloudformation.amazonaws.com" });
  });

  test("a service that acts for itself is its own principal", () => {
    expect(of({ type: "AWSService", invokedBy: "bedrock.amazonaws.com" })).toMatchObject({
      kind: "service",
      key: "bedrock.amazonaws.com",
      name: "bedrock.amazonaws.com",
    });
  });

  test.each([
    [{ accountId: "444455556666" }, "444455556666:unknown"],
    [{}, `${A}:unknown`],
    [{ arn: 7, accountId: [], invokedBy: {}, accessKeyId: null }, "unknown:unknown"],
  ])("whom nobody can tell is unknown: %j is %s", (identity, key) => {
    expect(of(identity)).toMatchObject({ kind: "unknown", key });
  });

  test("a record without an identity has an unknown caller in the trail's account", () => {
    expect(caller(event())).toMatchObject({ key: `${A}:unknown`, credentials: "unknown", via: undefined });
  });
});
