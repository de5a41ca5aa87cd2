import { errorSpike } from "caracal/packs/aws-bedrock";
import { replay } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { every, invocation, role, user } from "./invocation.ts";

const failed = (time: string, errorCode: string, differs = {}) =>
  invocation(time, { errorCode, input: {}, output: {}, ...differs });

describe("raises an alert", () => {
  test("on the 20th client error of a principal within 15 minutes, of whatever kinds and models", async () => {
    const codes = [
      "AccessDeniedException",
      "ValidationException",
      "ResourceNotFoundException",
      "ThrottlingException",
    ];
    const records = every(40, 25).map((time, at) => {
      return failed(time, codes[at % 4] ?? "", {
        modelId: `model-${at}`,
        operation: at % 2 ? "Converse" : "InvokeModel",
      });
    });
    const { alerts } = await replay(errorSpike, records);
    expect(alerts).toMatchObject([
      {
        ruleId: "AWS.Bedrock.ErrorSpike",
        severity: "HIGH",
        title: "20 failed Bedrock calls by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "2026-03-02T09:12:40.000Z",
        eventCount: 25,
        threshold: { measure: "count", value: 20, atLeast: 20, within: "15m" },
        context: { principal: "111122223333:user/dana", errors: 20 },
        entities: { p_any_aws_arns: [user("dana")], p_any_aws_account_ids: ["111122223333"] },
      },
    ]);
  });

  test("when a role spreads them over its sessions", async () => {
    const records = every(10, 20).map((time, at) => {
      return failed(time, "ThrottlingException", {
        identity: { arn: role("app", `task-${at}`) },
        input: null,
      });
    });
    expect((await replay(errorSpike, records)).alerts).toMatchObject([
      { dedup: "111122223333:role/app", eventCount: 20 },
    ]);
  });
});

describe("stays quiet", () => {
  test("at 19 errors, and when 20 take longer than 15 minutes", async () => {
    const few = every(1, 19).map((time) => failed(time, "ValidationException"));
    const slow = every(48, 20).map((time) =>
      failed(time, "AccessDeniedException", { identity: { arn: user("slow") } }),
    );
    expect((await replay(errorSpike, [...few, ...slow])).alerts).toEqual([]);
  });

  test("on failures of AWS itself, and on calls that succeed", async () => {
    const codes = [
      "ServiceUnavailableException",
      "InternalServerException",
      "ModelTimeoutException",
      "ModelErrorException",
    ];
    const outage = every(1, 200).map((time, at) => failed(time, codes[at % 4] ?? ""));
    const fine = every(1, 200).map((time) =>
      invocation(time, { operation: "InvokeModelWithResponseStream" }),
    );
    expect((await replay(errorSpike, [...outage, ...fine])).alerts).toEqual([]);
  });

  test("when as many errors come from many principals", async () => {
    const records = every(1, 60).map((time, at) =>
      failed(time, "ThrottlingException", { identity: { arn: user(`u${at % 4}`) } }),
    );
    expect((await replay(errorSpike, records)).alerts).toEqual([]);
  });
});
