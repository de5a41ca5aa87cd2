import { describe, expect, test } from "vitest";
import { principal } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

const A = "111122223333";
const SSO = "AWSReservedSSO_Analyst_4be1c07d92a65f38";

const of = (arn: string) => principal(event({ identity: { arn } }));

describe("principal", () => {
  test.each([
    [`arn:aws:iam::${A}:user/ines`, "user", `${A}:user/ines`, "ines", undefined],
    [
      `arn:aws:iam::${A}:user/Ines.Okafor@Tolvane.example`,
      "user",
      `${A}:user/Ines.Okafor@Tolvane.example`,
      "Ines.Okafor@Tolvane.example",
      undefined,
    ],
    [`arn:aws:iam::${A}:user/teams/claims/ines`, "user", `${A}:user/ines`, "ines", undefined],
    [
      `arn:aws:iam::${A}:user/BedrockAPIKey-7qk2`,
      "user",
      `${A}:user/BedrockAPIKey-7qk2`,
      "BedrockAPIKey-7qk2",
      undefined,
    ],
    [
      `arn:aws:sts::${A}:assumed-role/Summariser/task-81`,
      "role",
      `${A}:role/Summariser`,
      "Summariser",
      "task-81",
    ],
    [
      `arn:aws:sts::${A}:assumed-role/Summariser/a/b:c`,
      "role",
      `${A}:role/Summariser`,
      "Summariser",
      "a/b:c",
    ],
    [`arn:aws:sts::${A}:assumed-role/Summariser`, "role", `${A}:role/Summariser`, "Summariser", undefined],
    [`arn:aws:sts::${A}:assumed-role/Summariser/`, "role", `${A}:role/Summariser`, "Summariser", undefined],
    [
      `arn:aws:iam::${A}:role/service-role/Summariser`,
      "role",
      `${A}:role/Summariser`,
      "Summariser",
      undefined,
    ],
    [
      `arn:aws:sts::${A}:assumed-role/${SSO}/ines@tolvane.example`,
      "sso-user",
      `${A}:role/${SSO}/ines@tolvane.example`,
      "ines@tolvane.example",
      "ines@tolvane.example",
    ],
    [
      `arn:aws:iam::${A}:role/aws-reserved/sso.amazonaws.com/${SSO}`,
      "role",
      `${A}:role/${SSO}`,
      SSO,
      undefined,
    ],
    [
      `arn:aws:sts::${A}:federated-user/kiosk`,
      "federated-user",
      `${A}:federated-user/kiosk`,
      "kiosk",
      undefined,
    ],
    [`arn:aws:iam::${A}:root`, "root", `${A}:root`, "root", undefined],
    [`arn:aws-us-gov:iam::${A}:user/ines`, "user", `${A}:user/ines`, "ines", undefined],
    [
      `arn:aws-cn:sts::${A}:assumed-role/Summariser/task-81`,
      "role",
      `${A}:role/Summariser`,
      "Summariser",
      "task-81",
    ],
  ])("%s", (arn, kind, key, name, session) => {
    expect(of(arn)).toEqual({ kind, key, name, account: A, session, arn });
  });

  test.each([
    "<redacted>",
    "ines",
    "arn:",
    "arn:aws",
    "arn:aws:iam:",
    `arn:aws:iam::${A}`,
    `arn:aws:iam::${A}:`,
    `arn:aws:iam::${A}:user`,
    `arn:aws:iam::${A}:user/`,
    `arn:aws:iam::${A}:user/teams/`,
    `arn:aws:iam::${A}:group/claims`,
    `arn:aws:iam::${A}:root/ines`,
    `arn:aws:iam::${A}:constructor/ines`,
    `arn:aws:sts::${A}:assumed-role/`,
    `arn:aws:sts::${A}:assumed-role//task-81`,
    `arn:aws:s3::${A}:user/ines`,
  ])("%s is unknown", (arn) => {
    expect(of(arn)).toEqual({
      kind: "unknown",
      key: `${A}:unknown`,
      name: "unknown",
      account: A,
      session: undefined,
      arn,
    });
  });

  test.each([[{}], [{ identity: {} }], [{ identity: { arn: "" } }]])("%j is unknown", (fields) => {
    expect(principal(event(fields))).toMatchObject({ kind: "unknown", key: `${A}:unknown`, arn: undefined });
  });

  test("the ARN's account goes before the event's", () => {
    expect(of("arn:aws:iam::444455556666:user/ines")).toMatchObject({
      account: "444455556666",
      key: "444455556666:user/ines",
    });
    expect(of("arn:aws:iam:::user/ines")).toMatchObject({ account: A, key: `${A}:user/ines` });
  });

  test("without any account the key still says who", () => {
    const nowhere = principal(event({ accountId: "", identity: { arn: "arn:aws:iam:::user/ines" } }));
    expect(nowhere).toMatchObject({ account: undefined, key: "unknown:user/ines" });
  });

  test("every rule gets the same answer, and none can change it", () => {
    const one = event({ identity: { arn: `arn:aws:iam::${A}:user/ines` } });
    expect(principal(one)).toBe(principal(one));
    expect(principal(one)).not.toBe(principal(event({})));
    expect(Object.isFrozen(principal(one))).toBe(true);
  });
});
