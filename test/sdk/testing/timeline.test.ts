import { defineCorrelation, defineRule, organization, step, without } from "caracal";
import { principal } from "caracal/bedrock";
import { errorSpike, rootUser } from "caracal/packs/aws-bedrock";
import { invocation, type Timeline, timeline, trailEvent } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";

const denied = invocation({ errorCode: "AccessDeniedException" });
const root = invocation({ identity: { arn: "arn:aws:iam::111122223333:root" } });

const common = { logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" } as const;

const heartbeat = defineRule({
  ...common,
  id: "Test.Heartbeat",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { absence: "1h" },
});

const anyCall = defineRule({ ...common, id: "Test.AnyCall", detect: () => true, createAlert: false });
const anyDenial = defineRule({
  ...common,
  id: "Test.AnyDenial",
  detect: (event) => event.errorCode === "AccessDeniedException",
  createAlert: false,
});

const probed = defineCorrelation({
  id: "Test.Probed",
  severity: "HIGH",
  order: "sequence",
  within: "1h",
  steps: {
    denied: step(anyDenial, { by: (event) => event.accountId, atLeast: 3 }),
    used: step(anyCall, { by: (event) => event.accountId }),
  },
});

describe("the clock", () => {
  test("lets records come when a test says", () => {
    timeline(errorSpike, "2026-03-02T09:00:00Z")
      .every("10s", 19, denied)
      .expectNothing()
      .at("+4m59s", denied)
      .expectAlert({ severity: "HIGH", eventCount: 20, createdAt: "+4m59s", firstEventTime: "+0s" })
      .at("+3h")
      .expectNothing();
  });

  test("begins on a Monday at nine, and takes all ways to write a moment", () => {
    const { events } = timeline(anyCall)
      .at("+0s", denied)
      .at("+1h30m", denied)
      .at("2026-03-02T11:00:00.5+00:00", denied)
      .at(new Date("2026-03-02T12:00:00Z"), denied)
      .at("+0.5d", denied)
      .result();
    expect(events.map(({ p_event_time }) => p_event_time.toISOString())).toEqual([
      "2026-03-02T09:00:00.000Z",
      "2026-03-02T10:30:00.000Z",
      "2026-03-02T11:00:00.500Z",
      "2026-03-02T12:00:00.000Z",
      "2026-03-02T21:00:00.000Z",
    ]);
  });

  test("lets a row begin now, or a step later where something has come, and stands at its end", () => {
    const { events } = timeline(anyCall)
      .every("1m", 2, denied)
      .every("1m", 2, denied)
      .at("+10m")
      .every("1m", 1, denied)
      .result();
    const minutes = events.map(
      ({ p_event_time }) => (p_event_time.getTime() - Date.UTC(2026, 2, 2, 9)) / 60_000,
    );
    expect(minutes).toEqual([0, 1, 2, 3, 10]);
  });

  test("tells the makers of records which one it is and when it comes", () => {
    const calls: [number, string][] = [];
    const record = (at: number, time: Date) => {
      calls.push([at, time.toISOString().slice(11, 19)]);
      return denied;
    };
    timeline(anyCall).every("1h", 2, record).at("+2h", record, record);
    expect(calls).toEqual([
      [0, "09:00:00"],
      [1, "10:00:00"],
      [0, "11:00:00"],
      [1, "11:00:00"],
    ]);
  });

  test("stands at the last of records that come as they are", () => {
    timeline(heartbeat)
      .records(["2026-01-01T00:00:00Z", "2026-01-01T00:30:00Z"].map((timestamp) => invocation({ timestamp })))
      .expectNothing()
      .at("2026-01-01T01:30:00Z")
      .expectNothing()
      .at("2026-01-01T01:30:00.001Z")
      .expectAlert({ createdAt: "2026-01-01T01:30:00Z" });
  });

  test.each<[string, (start: Timeline) => void, string]>([
    ["back", (start) => start.at("+1m").at("+59s", denied), "late(…)"],
    ["ahead of itself", (start) => start.at("+1m").late("+61s", denied), "at(…)"],
    ["by what is no moment", (start) => start.at("1m", denied), '"1m" is not a moment'],
    ["by half a moment", (start) => start.at("+1m30", denied), '"+1m30" is not a moment'],
    ["without a unit", (start) => start.at("+", denied), '"+" is not a moment'],
    ["to no date", (start) => start.at(new Date("soon"), denied), '"Invalid Date" is not a moment'],
    ["beyond all dates", (start) => start.at("+900000000w", denied), '"+900000000w" is not a moment'],
  ])("does not go %s", (_, steps, said) => {
    expect(failureOf(() => steps(timeline(anyCall))).message).toContain(said);
  });
});

describe("late records", () => {
  test("count as if they had come in time, within the lateness", () => {
    timeline(errorSpike)
      .every("10s", 19, denied)
      .at("+16m")
      .late("+2m", denied)
      .expectAlert({ eventCount: 20, createdAt: "+3m" });
  });

  test("do not count beyond it", () => {
    const late = timeline(errorSpike).every("10s", 19, denied).at("+18m").late("+2m", denied).expectNothing();
    expect(late.result().counts.late).toBe(1);
    timeline(errorSpike, undefined, { lateness: "1m" })
      .every("10s", 19, denied)
      .at("+4m")
      .late("+2m", denied)
      .expectNothing();
  });

  test("are told as late by the timeline's own lateness", () => {
    const late = timeline(errorSpike, undefined, { lateness: "1m" })
      .every("10s", 19, denied)
      .at("+5m")
      .late("+3m30s", denied);
    const { message } = failureOf(() => late.expectAlert());
    expect(message).toContain("records too late to count: 1");
    expect(message).toContain("19 of 19 events matched");
  });

  test("may come several at one moment, and none is taken for another", () => {
    const { counts } = timeline(errorSpike)
      .at("+5m")
      .late("+1m", denied)
      .late("+2m", denied)
      .at("+5m", denied)
      .result();
    expect(counts).toMatchObject({ duplicates: 0, late: 0 });
  });

  describe("that move the moment at which an alert is raised", () => {
    const three = defineRule({ ...common, id: "Test.Three", detect: () => true, threshold: 3 });
    const raised = () =>
      timeline(three)
        .at("+0s", denied)
        .at("+1m", denied)
        .at("+5m", denied)
        .expectAlert({ createdAt: "+5m", eventCount: 3 })
        .late("+2m", denied);

    test("make no new alert of it", () => {
      raised().expectNothing().at("+6m", denied).expectUpdate({ createdAt: "+2m", eventCount: 5 });
    });

    test("let it grow", () => {
      raised().expectUpdate({ createdAt: "+2m", eventCount: 4 });
    });

    test("do not hide an alert that is new beside it", () => {
      raised().every("1h", 3, denied).expectNothing().every("1m", 3, denied).expectAlert();
    });
  });
});

describe("an expectation looks at what is new", () => {
  test("a second alert, not the first", () => {
    timeline(rootUser)
      .at("+0s", root)
      .expectAlert({ createdAt: "+0s" })
      .at("+25h", root)
      .expectAlert({ createdAt: "+25h" })
      .expectNothing();
  });

  test("an alert that has grown is no new one", () => {
    timeline(rootUser)
      .at("+0s", root)
      .expectAlert({ eventCount: 1 })
      .at("+1h", root)
      .expectNothing()
      .at("+2h", root)
      .expectUpdate({ eventCount: 3, createdAt: "+0s" });
    const twice = timeline(rootUser).at("+0s", root).expectAlert().at("+25h", root);
    expect(failureOf(() => twice.expectUpdate()).message).toContain(
      "nothing should come of it, but there is",
    );
    const once = timeline(rootUser).at("+0s", root).expectAlert();
    expect(failureOf(() => once.expectUpdate()).message).toContain("of the alerts that have grown");
  });

  test("several alerts stand in order of time, whichever closes first", () => {
    timeline([rootUser, errorSpike])
      .at("+0s", root)
      .every("1s", 20, denied)
      .expectAlert([{ ruleId: rootUser.id }, { ruleId: errorSpike.id }]);
  });

  test("matches are counted, also of rules that raise no alerts", () => {
    timeline(anyDenial)
      .every("1s", 3, denied)
      .expectMatches(3)
      .at("+1m", invocation())
      .expectMatches(0)
      .expectNothing();
    const matched = timeline(anyDenial).at("+0s", denied);
    expect(failureOf(() => matched.expectMatches(2)).message).toContain("new matches");
    const again = timeline(anyDenial).at("+0s", denied);
    expect(failureOf(() => again.expectNothing()).message).toContain("Test.AnyDenial matched");
  });

  test("a rule error that was expected does not come back", () => {
    const broken = defineRule({
      ...common,
      id: "Test.Broken",
      detect: (event) => event.output!.outputTokenCount! > 1_000,
    });
    timeline(broken)
      .at("+0s", invocation({ output: null }))
      .expectAlert({ type: "RULE_ERROR" })
      .at("+1m", invocation())
      .expectNothing();
  });

  test("a rule that throws fails the count of matches too", () => {
    const broken = defineRule({
      ...common,
      id: "Test.Broken",
      detect: (event) => event.output!.outputTokenCount! > 1,
    });
    const counted = timeline(broken)
      .at("+0s", invocation())
      .at("+1m", invocation({ output: null }));
    expect(failureOf(() => counted.expectMatches(1)).message).toContain("detect of Test.Broken failed");
  });

  test("a rule error that was expected is not told in place of one that was not", () => {
    const broken = defineRule({
      ...common,
      id: "Test.Broken",
      detect: (event) =>
        (event.errorCode === undefined ? event.output!.outputTokenCount! : event.input!.inputTokenCount!) > 1,
    });
    const twice = timeline(broken)
      .at("+0s", invocation({ output: null }))
      .expectAlert({ type: "RULE_ERROR" })
      .at("+1m", invocation({ errorCode: "Any", input: null }));
    expect(failureOf(() => twice.expectNothing()).message).toContain("reading 'inputTokenCount'");
  });
});

describe("silence before the rule has seen a record says nothing, and is refused", () => {
  test.each<[string, (start: Timeline) => void]>([
    ["when nothing came", (start) => start.expectNothing()],
    ["when only time went on", (start) => start.at("+3h").expectNothing()],
    ["when records of other log types came", (start) => start.every("1m", 3, trailEvent()).expectNothing()],
    ["in other words", (start) => start.at("+1h", trailEvent()).expectAlert([])],
    ["of matches", (start) => start.at("+1h", trailEvent()).expectMatches(0)],
  ])("%s", (_, steps) => {
    expect(failureOf(() => steps(timeline(heartbeat))).message).toContain(
      "Test.Heartbeat saw none of these records",
    );
  });

  test("and not once it has seen one", () => {
    timeline(heartbeat).at("+0s", denied).expectMatches(1).at("+1h").expectNothing().expectMatches(0);
  });
});

test("what is no record is refused", () => {
  const steps: ((start: Timeline) => void)[] = [
    (start) => start.at("+1s", [denied] as never),
    (start) => start.every("1s", 1, undefined as never),
    (start) => start.records("denied" as never),
    (start) => start.records([undefined] as never),
  ];
  for (const run of steps)
    expect(failureOf(() => run(timeline(heartbeat)))).toMatchObject({
      issues: [{ code: "ARGUMENT_INVALID" }],
    });
});

describe("time that goes on without records", () => {
  test("lets an absence speak, and the silence before the end too", () => {
    timeline(heartbeat)
      .every("30m", 3, denied)
      .at("+2h")
      .expectNothing()
      .at("+2h1ms")
      .expectAlert({ createdAt: "+2h", lastEventTime: "+1h", threshold: { measure: "absence" } })
      .at("+5h", denied)
      .at("+5h30m")
      .expectNothing();
  });

  test("completes a correlation that waits for what does not come", () => {
    const unapproved = defineCorrelation({
      id: "Test.Unapproved",
      severity: "MEDIUM",
      order: "sequence",
      within: "1h",
      steps: {
        denied: step(anyDenial, { by: (event) => event.accountId }),
        used: without(anyCall, { by: (event) => event.accountId, within: "10m" }),
      },
    });
    timeline(unapproved)
      .at("+0s", denied)
      .at("+10m")
      .expectNothing()
      .at("+11m")
      .expectAlert({
        steps: [
          { name: "denied", count: 1 },
          { name: "used", absent: true },
        ],
      });
    timeline(unapproved).at("+0s", denied).at("+9m", invocation()).at("+11m").expectNothing();
  });
});

test("the steps of a correlation can be told", () => {
  timeline(probed)
    .every("1s", 3, denied)
    .at("+30m", invocation())
    .expectAlert({
      type: "CORRELATION_RULE",
      dedup: "111122223333",
      steps: [
        { name: "denied", ruleId: "Test.AnyDenial", count: 3, lastEventTime: "2026-03-02T09:00:02.000Z" },
        { name: "used", count: 1 },
      ],
    });
});

test("a baseline knows the days before, and first-seen the week before", () => {
  const unusual = defineRule({
    ...common,
    id: "Test.Unusual",
    detect: () => true,
    dedup: (event) => principal(event).key,
    threshold: { baseline: () => 1, factor: 3, floor: 5, warmUp: "3d", within: "1h" },
  });
  const fresh = defineRule({
    ...common,
    id: "Test.New",
    detect: () => true,
    firstSeen: { key: (event) => event.modelId, learn: "7d", forget: "30d" },
  });
  timeline([unusual, fresh])
    .every("1h", 24 * 8, denied)
    .expectNothing()
    .every("1m", 6, invocation({ modelId: "another" }))
    .expectAlert([{ ruleId: "Test.New" }, { ruleId: "Test.Unusual", threshold: { measure: "baseline" } }]);
});

test("records of several log types come in one history", () => {
  const both = defineRule({
    id: "Test.Both",
    logTypes: ["AWS.BedrockModelInvocation", "AWS.CloudTrail"],
    severity: "LOW",
    detect: () => true,
    threshold: 2,
  });
  timeline(both)
    .at("+1m", trailEvent())
    .at("+2m", invocation())
    .expectAlert({
      logTypes: ["AWS.BedrockModelInvocation", "AWS.CloudTrail"],
    });
});

test("a rule that is switched off is tested as any other", () => {
  timeline({ ...rootUser, enabled: false })
    .at("+0s", root)
    .expectAlert();
});

describe("what rules are told of the company", () => {
  const other = defineRule({
    ...common,
    id: "Test.Other",
    detect: ({ region = "" }) => !organization().regions.includes(region),
    alertContext: () => ({ regions: organization().regions }),
  });
  const call = invocation({ region: "eu-central-1" });
  const told = { organization: { regions: ["us-east-1"] } };

  test("is nothing unless the test says so, with a start or without", () => {
    timeline(other)
      .at("+0s", call)
      .expectAlert({ context: { regions: [] } });
    timeline(other, told).at("+0s", call).expectAlert({ context: told.organization });
    timeline(other, "2026-04-01T00:00:00Z", told).at("+0s", call).expectAlert({ context: told.organization });
    timeline(other, told)
      .at("+0s", invocation({ region: "us-east-1" }))
      .expectNothing();
  });

  test("stays with its timeline, also when two take turns", () => {
    const [one, two] = [timeline(other, told), timeline(other)];
    for (const hour of ["+0h", "+2h", "+4h"]) {
      one.at(hour, call).expectAlert({ context: told.organization });
      two.at(hour, call).expectAlert({ context: { regions: [] } });
      expect(organization().regions).toEqual([]);
    }
  });

  test("is forgotten after a rule has thrown, and told again where the error is looked for", () => {
    const careless = defineRule({
      ...common,
      id: "Test.Careless",
      detect: () => {
        const { regions } = organization();
        throw new RangeError(`not in ${regions.join()}`);
      },
    });
    const { message } = failureOf(() => timeline(careless, told).at("+0s", call).expectNothing());
    expect(message).toBe("detect of Test.Careless failed: RangeError: not in us-east-1");
    expect(organization().regions).toEqual([]);
  });

  test("holds for the explanation of a failed expectation", () => {
    const { message } = failureOf(() => timeline(other, told).at("+0s", call).expectNothing());
    expect(message).toContain("Test.Other: 1 of 1 event matched, 1 alert");
    const home = timeline(other, told).at("+0s", invocation({ region: "us-east-1" }));
    expect(failureOf(() => home.expectAlert()).message).toContain("Test.Other: 0 of 1 event matched");
  });
});

test("the same test gives the same alerts, whatever came before it", () => {
  const once = timeline(rootUser).at("+0s", root).result();
  timeline(errorSpike).every("1s", 30, denied).expectAlert();
  expect(timeline(rootUser).at("+0s", root).result().alerts).toEqual(once.alerts);
});

describe("the error of a step begins at its line", () => {
  test.each<[string, (start: Timeline) => void]>([
    ["expectAlert", (start) => start.expectAlert()],
    ["expectNothing", (start) => start.at("+0s", root).expectNothing()],
    ["expectUpdate", (start) => start.expectUpdate()],
    ["expectMatches", (start) => start.expectMatches(3)],
    ["at", (start) => start.at("+0s", { modelId: "no account" })],
    ["every", (start) => start.every("nonsense" as "1s", 3, root)],
    ["late", (start) => start.late("+1h", root)],
    ["records", (start) => start.records({})],
  ])("%s", (_, steps) => {
    const error = failureOf(() => steps(timeline(rootUser)));
    const [first] = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
    expect(first).toContain("timeline.test.ts");
  });
});
