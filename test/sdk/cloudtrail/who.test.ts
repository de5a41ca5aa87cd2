import { describe, expect, test } from "vitest";
import { severityBy, who } from "../../../sdk/cloudtrail/index.ts";
import { event } from "./event.ts";

const A = "111122223333";
const session = (name: string) => ({ arn: `arn:aws:sts::${A}:assumed-role/${name}` });
const CONSOLE = { sessionCredentialFromConsole: true };
const BEARER = { additionalEventData: { callWithBearerToken: true } };
const user = { arn: `arn:aws:iam::${A}:user/ines`, accessKeyId: "AKIAEXAMPLE" };

describe("who acts", () => {
  test.each([
    ["the root user", { arn: `arn:aws:iam::${A}:root` }, {}, "key"],
    ["the root user in the console", { arn: `arn:aws:iam::${A}:root` }, CONSOLE, "key"],
    ["an IAM user", user, {}, "key"],
    ["an IAM user in the console", user, CONSOLE, "person"],
    ["an IAM user's stack", { ...user, invokedBy: "cloudformation.amazonaws.com" }, {}, "machine"],
    ["a role with a Bedrock API key", session("deployment/run-81"), BEARER, "key"],
    ["a role", session("deployment/run-81"), {}, "machine"],
    ["a role without a session", { arn: `arn:aws:iam::${A}:role/deployment` }, {}, "machine"],
    ["a role in the console", session("Platform/kim"), CONSOLE, "person"],
    ["a session named after a mail address", session("Platform/kim@example.org"), {}, "person"],
    [
      "a person of IAM Identity Center",
      session("AWSReservedSSO_Platform_4be1c07d92a65f38/kim"),
      {},
      "person",
    ],
    ["a federated user", { arn: `arn:aws:sts::${A}:federated-user/kiosk` }, {}, "person"],
    ["a service for itself", { invokedBy: "bedrock.amazonaws.com" }, {}, "machine"],
    ["nobody that can be told", {}, {}, "person"],
  ])("%s", (_, userIdentity, fields, told) => {
    expect(who(event({ userIdentity, ...fields }))).toBe(told);
  });
});

describe("a severity by who acts", () => {
  const by = severityBy({ key: "CRITICAL", person: "HIGH", machine: "MEDIUM" });
  const low = severityBy({ key: "LOW", person: "INFO", machine: "INFO" });
  const kim = session("Platform/kim@example.org");
  const failed = { errorCode: "AccessDeniedException" };

  test.each([
    [user, "CRITICAL", "HIGH"],
    [kim, "HIGH", "MEDIUM"],
    [session("deployment/run-81"), "MEDIUM", "LOW"],
  ])("of %j is %s, and %s where it failed", (userIdentity, done, tried) => {
    expect(by(event({ userIdentity }))).toBe(done);
    expect(by(event({ userIdentity, ...failed }))).toBe(tried);
  });

  test("falls no lower than INFO", () => {
    expect(low(event({ userIdentity: user, ...failed }))).toBe("INFO");
    expect(low(event({ userIdentity: kim, ...failed }))).toBe("INFO");
  });
});
