import { defineCorrelation, defineRule, step } from "caracal";
import { errorSpike, rootUser } from "caracal/packs/aws-bedrock";
import { invocation, type Replay, replay, timeline } from "caracal/testing";
import { expect, type TestContext, TestRunner, test } from "vitest";

const root = invocation({ identity: { arn: "arn:aws:iam::111122223333:root" } });
const denied = invocation({ errorCode: "AccessDeniedException" });

/** What was noted in the running test so far. */
const noted = ({ task }: TestContext) => task.meta.caracal?.map(({ rule, kind }) => `${rule} ${kind}`);

test("each replay that is asked about notes what each of its rules did", async (context) => {
  expect(await replay([rootUser, errorSpike], [root])).toRaise({});
  expect(await replay(rootUser, [invocation()])).toRaiseNothing();
  expect((await replay(rootUser, [])).alerts).toEqual([]);
  expect(noted(context)).toEqual([
    "AWS.Bedrock.RootUser raised",
    "AWS.Bedrock.ErrorSpike quiet",
    "AWS.Bedrock.RootUser quiet",
  ]);
});

test("a replay of which nobody looks at what came is no case", async (context) => {
  const run = await replay(rootUser, [root]);
  expect(run.events).toHaveLength(1);
  expect(noted(context)).toBeUndefined();
});

test.each([
  ["its alerts are read", (run: Replay) => run.alerts],
  ["its counts are read", (run: Replay) => run.counts],
  ["it is compared", (run: Replay) => expect(run).not.toRaise([])],
])("a replay is noted once, when %s", async (_, look) => {
  const run = await replay(rootUser, [root]);
  look(run);
  look(run);
  expect(run).toRaise({});
  expect(TestRunner.getCurrentTest()?.meta.caracal).toEqual([
    { rule: "AWS.Bedrock.RootUser", kind: "raised" },
  ]);
});

test("each expectation of a timeline notes what has come since the one before", (context) => {
  timeline(rootUser).at("+0s", invocation()).expectNothing().at("+1m", root).expectAlert();
  expect(noted(context)).toEqual(["AWS.Bedrock.RootUser quiet", "AWS.Bedrock.RootUser raised"]);
});

test("neither a match that joins an alert is noted, nor time without records, nor a rule that fails", (context) => {
  timeline(rootUser).at("+0s", root).expectAlert().at("+1m", root).expectUpdate().at("+3d").expectNothing();
  expect(noted(context)).toEqual(["AWS.Bedrock.RootUser raised"]);
  const broken = { ...rootUser, id: "Test.Broken", detect: (): boolean => null as never };
  timeline(broken).at("+0s", root).expectAlert({ type: "RULE_ERROR" });
  expect(noted(context)).toHaveLength(1);
});

test("toDetect notes a match where that is all it takes, and no match always", (context) => {
  expect(rootUser).toDetect(root);
  expect(errorSpike).toDetect(denied);
  expect(errorSpike).not.toDetect(root);
  expect(noted(context)).toEqual(["AWS.Bedrock.RootUser raised", "AWS.Bedrock.ErrorSpike quiet"]);
});

test("a correlation has seen what its rules have seen", (context) => {
  const signal = defineRule({
    id: "Test.Signal",
    logTypes: ["AWS.BedrockModelInvocation"],
    severity: "LOW",
    detect: (event) => event.errorCode !== undefined,
    createAlert: false,
  });
  const twice = defineCorrelation({
    id: "Test.Twice",
    severity: "LOW",
    order: "any",
    within: "1h",
    steps: { any: step(signal, { by: (event) => event.accountId, atLeast: 2 }) },
  });
  timeline(twice).at("+0s", denied).expectNothing().at("+1m", denied).expectAlert();
  timeline(signal).at("+0s", denied).expectMatches(1);
  expect(noted(context)).toEqual(["Test.Twice quiet", "Test.Twice raised", "Test.Signal raised"]);
});
