import { defineRule } from "caracal";
import { errorSpike } from "caracal/packs/aws-bedrock";
import { eventOf, invocation, replay, sample, type SampleOf, trailEvent } from "caracal/testing";
import { describe, expect, expectTypeOf, test } from "vitest";
import { doorLog } from "./door-log.ts";

describe("a sample", () => {
  test.each([
    ["AWS.BedrockModelInvocation", invocation()],
    ["AWS.CloudTrail", trailEvent()],
  ] as const)("is a record of %s of which the schema reads every field", (logType, record) => {
    const event = eventOf(logType, record);
    expect(event.p_field_issues).toBeUndefined();
    expect(event.p_event_time.toISOString()).toBe("2026-03-02T09:00:00.000Z");
  });

  test("takes what differs at any depth, and leaves the rest", () => {
    const record = invocation({ input: { inputTokenCount: 7 }, identity: { arn: "" }, errorCode: "Any" });
    const { requestId: _, ...event } = eventOf("AWS.BedrockModelInvocation", record);
    expect(event).toMatchObject({
      accountId: "111122223333",
      errorCode: "Any",
      identity: { arn: "" },
      input: { inputContentType: "application/json", inputTokenCount: 7 },
    });
  });

  test("loses a field that is null, and nothing by one that is undefined", () => {
    const { input, region, output } = eventOf(
      "AWS.BedrockModelInvocation",
      invocation({ input: null, region: undefined, output: { outputTokenCount: null } }),
    );
    expect({ input, region, output }).toEqual({
      input: undefined,
      region: "eu-central-1",
      output: { outputContentType: "application/json" },
    });
  });

  test("takes times as dates, and JSON with all that is in it", () => {
    const record = trailEvent({
      eventTime: new Date("2026-04-01T00:00:00Z"),
      requestParameters: { names: ["a", null], deep: { none: null } },
    });
    expect(record).toMatchObject({
      eventTime: "2026-04-01T00:00:00Z",
      requestParameters: { names: ["a", null], deep: { none: null } },
    });
  });

  test("is never the same object, so that changing one changes no other", () => {
    expect(invocation()["input"]).not.toBe(invocation()["input"]);
  });

  test("of a log type of one's own needs no more than the log type", async () => {
    const rule = defineRule({
      id: "Test.Door",
      logTypes: ["Test.DoorLog"],
      severity: "LOW",
      detect: ({ door, opening }) => door === "vault" && opening.at.getUTCHours() === 3,
    });
    const record = sample(doorLog, { door: "vault", opening: { at: 1_772_420_400 } });
    expect(rule).toDetect(record);
    expect(await replay(rule, [record])).toRaise({ createdAt: "2026-03-02T03:00:00Z" });
  });
});

const idsOf = async (records: Parameters<typeof replay>[1]) =>
  (await replay(errorSpike, records)).events.map((event) =>
    "requestId" in event ? event.requestId : undefined,
  );

describe("the id of a sample", () => {
  test("is filled in where it is used, by its place in the test", async () => {
    const one = invocation();
    const ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    expect(await idsOf([one, one])).toEqual(ids);
    expect(await idsOf([one, one])).toEqual(ids);
  });

  test("is the one that is given: the same record twice is one call", async () => {
    const { counts } = await replay(errorSpike, Array(2).fill(invocation({ requestId: "one" })));
    expect(counts.duplicates).toBe(1);
  });

  test("is missing where it is null", async () => {
    expect(await idsOf([invocation({ requestId: null })])).toEqual([undefined]);
  });

  test("tells two CloudTrail records apart that happen at once", async () => {
    const rule = defineRule({
      id: "Test.Any",
      logTypes: ["AWS.CloudTrail"],
      severity: "LOW",
      detect: () => true,
    });
    expect(await replay(rule, [trailEvent(), trailEvent()])).toRaise({ eventCount: 2 });
  });
});

test("a field that is misspelt or of a wrong type does not compile", () => {
  // @ts-expect-error it is called modelId
  invocation({ modelID: "any" });
  // @ts-expect-error it is called inputTokenCount
  invocation({ input: { inputTokens: 3 } });
  // @ts-expect-error it is a number
  invocation({ input: { inputTokenCount: "3" } });
  // @ts-expect-error it is called eventName
  trailEvent({ eventname: "any" });
  // @ts-expect-error it is called arn
  trailEvent({ userIdentity: { ARN: "any" } });
  // @ts-expect-error it is called door
  sample(doorLog, { gate: "vault" });
  expectTypeOf<SampleOf<typeof errorSpike>>().toEqualTypeOf<SampleOf<"AWS.BedrockModelInvocation">>();
  expectTypeOf<{ eventTime: Date }>().toExtend<SampleOf<"AWS.CloudTrail">>();
  expectTypeOf<{ p_row_id: string }>().not.toExtend<SampleOf<"AWS.CloudTrail">>();
});
