import { foreignIdentity, missingIdentity, rootUser, unknownPrincipal } from "caracal/packs/aws-bedrock";
import { eventOf, replay } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { every, invocation, role, user } from "./invocation.ts";

const DAY = 86_400;
const call = (time: string, arn: string, differs = {}) => invocation(time, { identity: { arn }, ...differs });
const titles = (alerts: readonly { title: string }[]): string[] => alerts.map(({ title }) => title);

const person = (name: string, session: string) => role(`AWSReservedSSO_${name}_0123456789abcdef`, session);

describe("a principal never seen before", () => {
  const history = every(DAY, 9).map((time) => call(time, role("app", `task-${time}`)));

  test("raises an alert in an account with a week of history, once", async () => {
    const records = [
      ...history,
      ...every(60, 3, "2026-03-10T12:00:00Z").map((time) => call(time, user("BedrockAPIKey-1a2b"))),
    ];
    expect((await replay(unknownPrincipal, records)).alerts).toMatchObject([
      {
        severity: "MEDIUM",
        title: "First use of Bedrock in account 111122223333 by 111122223333:user/BedrockAPIKey-1a2b",
        createdAt: "2026-03-10T12:00:00.000Z",
        eventCount: 1,
        context: { principal: "111122223333:user/BedrockAPIKey-1a2b", kind: "user" },
      },
    ]);
  });

  test("is a person, for roles that people sign in to", async () => {
    const records = [
      ...every(DAY, 9).map((time) => call(time, person("Developers", "kim@example.org"))),
      call("2026-03-10T12:00:00Z", person("Developers", "lou@example.org")),
    ];
    expect(titles((await replay(unknownPrincipal, records)).alerts)).toEqual([
      "First use of Bedrock in account 111122223333 by 111122223333:role/AWSReservedSSO_Developers_0123456789abcdef/lou@example.org",
    ]);
  });

  test("is nothing special in an account without history, though another has some", async () => {
    const young = every(DAY, 6, "2026-03-08T00:00:00Z").map((time, at) => {
      return call(time, user(`new-${at}`, "444455556666"), { accountId: "444455556666" });
    });
    expect((await replay(unknownPrincipal, [...history, ...young])).alerts).toEqual([]);
  });

  test("is not a known role in a new session, nor an identity that nobody can tell", async () => {
    const records = [
      ...history,
      call("2026-03-11T00:00:00Z", role("app", "another-task")),
      call("2026-03-11T00:00:01Z", "<redacted>"),
    ];
    expect((await replay(unknownPrincipal, records)).alerts).toEqual([]);
  });
});

describe.each([
  {
    rule: rootUser,
    matches: ["arn:aws:iam::111122223333:root", "arn:aws-us-gov:iam::111122223333:root"],
    leaves: [user("root"), role("root", "root"), ""],
  },
  {
    rule: foreignIdentity,
    matches: [
      user("dana", "999988887777"),
      role("app", "task", "999988887777"),
      "arn:aws:iam::999988887777:root",
    ],
    leaves: [user("dana"), role("app", "task"), ""],
  },
  {
    rule: missingIdentity,
    matches: ["", "<redacted>", "arn:aws:s3:::bucket"],
    leaves: [user("dana"), role("app", "task"), "arn:aws:iam::111122223333:root"],
  },
])("$rule.id", ({ rule, matches, leaves }) => {
  const detect = (arn: string, operation: string): boolean =>
    rule.detect(eventOf("AWS.BedrockModelInvocation", call("2026-03-02T09:00:00Z", arn, { operation })));

  test.each(matches)("matches %j", (arn) => {
    expect(detect(arn, "Converse")).toBe(true);
    expect(detect(arn, "InvokeModelWithResponseStream")).toBe(true);
  });
  test.each(leaves)("leaves %j alone", (arn) => {
    expect(detect(arn, "ConverseStream")).toBe(false);
    expect(detect(arn, "InvokeModel")).toBe(false);
  });
});

test("a record without an identity tells of itself once a day and account", async () => {
  const records = every(3_600, 30).map((time) => invocation(time, { identity: null }));
  const { alerts } = await replay([missingIdentity, rootUser, foreignIdentity, unknownPrincipal], records);
  expect(alerts).toMatchObject([
    { ruleId: "AWS.Bedrock.MissingIdentity", severity: "INFO", eventCount: 24 },
    { ruleId: "AWS.Bedrock.MissingIdentity", eventCount: 6 },
  ]);
});
