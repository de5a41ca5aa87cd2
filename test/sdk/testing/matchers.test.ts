import {
  type AnyRule,
  defineCorrelation,
  defineRule,
  type EventOf,
  organization,
  type Rule,
  step,
} from "caracal";
import { errorSpike, rootUser } from "caracal/packs/aws-bedrock";
import { type ExpectedAlert, invocation, replay, trailEvent } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";

const root = invocation({ identity: { arn: "arn:aws:iam::111122223333:root" } });

const common = { id: "Test.Own", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" } as const;
const every = defineRule({ ...common, detect: () => true });

type Call = EventOf<"AWS.BedrockModelInvocation">;
type CallRule = Rule<readonly ["AWS.BedrockModelInvocation"], (event: Call) => string>;

const tokens = ({ input, output }: Call): number => output!.outputTokenCount! + input!.inputTokenCount!;
const read = (event: { readonly input?: { readonly inputTokenCount?: number } }): boolean =>
  event.input!.inputTokenCount! > 1;

describe("toDetect", () => {
  test("asks detect about the event that the schema makes of a record", () => {
    expect(rootUser).toDetect(root);
    expect(rootUser).not.toDetect(invocation());
    expect(failureOf(() => expect(rootUser).toDetect(invocation())).message).toContain(
      "AWS.Bedrock.RootUser does not match the record",
    );
    expect(failureOf(() => expect(rootUser).not.toDetect(root)).message).toContain(
      "AWS.Bedrock.RootUser matches the record, and should not",
    );
  });

  test("knows exceptions, up to the day on which they expire", () => {
    const exception = { id: "known", reason: "Known.", owner: "a@example.org", expires: "2026-03-02" };
    const rule = defineRule({
      ...common,
      detect: () => true,
      exceptions: [{ ...exception, when: () => true }],
    });
    expect(rule).not.toDetect(invocation({ timestamp: "2026-03-01T23:59:59Z" }));
    expect(rule).toDetect(invocation({ timestamp: "2026-03-02T00:00:00Z" }));
  });

  test("tells the rule of the company what the test says, and nothing else", async () => {
    const stranger = defineRule({
      ...common,
      detect: ({ accountId }) => !organization().accounts.includes(accountId),
    });
    const told = { organization: { accounts: ["111122223333"] } };
    expect(stranger).toDetect(invocation());
    expect(stranger).not.toDetect(invocation(), told);
    expect(await replay(stranger, invocation(), told)).toRaiseNothing();
    const { message } = failureOf(() => expect(stranger).toDetect(invocation(), told));
    expect(message).toContain("Test.Own: 0 of 1 event matched");
  });

  const exception = { id: "broken", reason: "Broken.", owner: "a@example.org", expires: "2030-01-01" };
  test.each<[string, object]>([
    ["detect", { detect: read }],
    ["detect", { detect: () => "yes" }],
    ["exceptions.broken", { detect: () => true, exceptions: [{ ...exception, when: read }] }],
  ])("fails with what %s does wrong, also after not", (name, parts) => {
    const rule: AnyRule = { ...every, ...parts };
    const record = invocation({ input: null });
    for (const ask of [() => expect(rule).toDetect(record), () => expect(rule).not.toDetect(record)]) {
      const { message, stack } = failureOf(ask);
      expect(message).toMatch(new RegExp(`^${name} of Test.Own (failed: TypeError|must return)`));
      const [first] =
        stack?.split("\n").filter((line) => /(test|testing)\/[\w-]+(\.test)?\.ts/.test(line)) ?? [];
      expect(first).toContain("matchers.test.ts");
    }
  });

  test("refuses what says nothing: a record that the rule never sees, a correlation, no record at all", () => {
    const both = defineCorrelation({
      id: "Test.Both",
      severity: "LOW",
      order: "any",
      within: "1h",
      steps: { any: step(every, { by: () => "one" }) },
    });
    expect(failureOf(() => expect(rootUser).not.toDetect(trailEvent())).message).toContain(
      "AWS.Bedrock.RootUser never sees this record, which is AWS.CloudTrail",
    );
    expect(failureOf(() => expect(both).not.toDetect(root)).message).toContain("Test.Both is a correlation");
    expect(failureOf(() => expect(rootUser).not.toDetect({ modelId: "any" })).message).toContain(
      "the required field accountId is missing",
    );
  });
});

describe("toRaise", () => {
  const twenty = Array.from({ length: 20 }, () => invocation({ errorCode: "ValidationException" }));

  test("compares what is said of the one alert, at any depth", async () => {
    const run = await replay(errorSpike, twenty);
    expect(run).toRaise({});
    expect(run).toRaise({
      title: expect.stringMatching(/^20 failed/),
      createdAt: new Date("2026-03-02T09:00:00Z"),
      firstEventTime: "2026-03-02T10:00:00+01:00",
      context: { errors: 20 },
      threshold: { value: 20 },
      destinations: [],
    });
  });

  test.each<[ExpectedAlert | readonly ExpectedAlert[], string]>([
    [{ severity: "LOW", context: { errors: 20 } }, "the alert differs in severity"],
    [{ context: { errors: 21 } }, "the alert differs in context"],
    [{ destinations: ["pager"] }, "the alert differs in destinations"],
    [{ type: "RULE_ERROR" }, "the alert differs in type"],
    [{ faults: [{ function: "title" }] }, "the alert differs in faults"],
    [{ createdAt: "2026-03-02T09:00:01Z" }, "the alert differs in createdAt"],
    [{ title: expect.stringContaining("nineteen") as string }, "the alert differs in title"],
    [[], "one alert, but no alert expected"],
    [[{}, {}], "one alert, but 2 alerts expected"],
  ])("fails for %j", async (expected, message) => {
    const run = await replay(errorSpike, twenty);
    expect(failureOf(() => expect(run).toRaise(expected)).message).toMatch(
      `AWS.Bedrock.ErrorSpike: ${message}\n`,
    );
    expect(run).not.toRaise(expected);
  });

  test("shows no difference where nothing is said of alerts, and there are none", async () => {
    const run = await replay(errorSpike, [invocation()]);
    for (const expected of [{}, [{}, {}]]) {
      const error = failureOf(() => expect(run).toRaise(expected));
      expect(error.message).toContain("no alert, but");
      expect(error).not.toMatchObject({ expected: expect.anything() as unknown });
    }
    const said = failureOf(() => expect(run).toRaise({ severity: "HIGH" }));
    expect(said).toMatchObject({ actual: [], expected: [{ severity: "HIGH" }] });
  });

  test("shows of each alert what was asked, and says why", async () => {
    const run = await replay([errorSpike, rootUser], [...twenty, root]);
    const error = failureOf(() => expect(run).toRaise([{ context: { errors: 2 }, ruleId: errorSpike.id }]));
    expect(error).toMatchObject({
      actual: [
        { context: { errors: 20 }, ruleId: "AWS.Bedrock.ErrorSpike" },
        { ruleId: "AWS.Bedrock.RootUser", severity: "HIGH", eventCount: 1 },
      ],
      expected: [{ context: { errors: 2 }, ruleId: "AWS.Bedrock.ErrorSpike" }],
    });
    expect(error.message).toContain("20 of 20 within 1h");
  });

  test("tells of records that did not count", async () => {
    const same = invocation({ errorCode: "ValidationException", requestId: "same" });
    const late = invocation({ errorCode: "ValidationException", timestamp: "2026-03-01T00:00:00Z" });
    const run = await replay(errorSpike, [...twenty.slice(1), same, same, late].slice(1));
    expect(failureOf(() => expect(run).toRaise({})).message).toContain(
      "no alert, but one alert expected\nrecords with the id of an earlier one, left out: 1\nrecords too late to count: 1",
    );
  });

  test("asks for a replay, and not for the promise of one", () => {
    const { message } = failureOf(() => expect(replay(rootUser, [])).not.toRaiseNothing());
    expect(message).toContain("write expect(await replay(rule, records))");
  });
});

describe("toRaiseNothing", () => {
  test("fails with the alerts that came", async () => {
    expect(await replay(rootUser, [invocation()])).toRaiseNothing();
    const run = await replay(rootUser, [root]);
    expect(run).not.toRaiseNothing();
    expect(failureOf(() => expect(run).toRaiseNothing()).message).toMatch(
      /^AWS\.Bedrock\.RootUser: nothing should come of it, but there is\n {2}2026-03-02T09:00:00\.000Z HIGH The root user/,
    );
  });

  test("means no match of a rule that raises no alerts", async () => {
    const signal = defineRule({
      ...common,
      detect: ({ errorCode }) => errorCode !== undefined,
      createAlert: false,
    });
    expect(await replay(signal, [invocation()])).toRaiseNothing();
    const run = await replay(signal, [invocation({ errorCode: "Any" })]);
    expect(failureOf(() => expect(run).toRaiseNothing()).message).toContain("Test.Own matched");
  });
});

const saw = (ids: string) => `${ids} saw none of these records, so that it ignores them says nothing`;

describe("silence of rules that saw no record says nothing, and is refused", () => {
  test.each([
    ["no record", []],
    ["records of other log types", [trailEvent(), trailEvent()]],
  ])("for %s", async (_, records) => {
    const run = await replay(rootUser, records);
    for (const ask of [() => expect(run).toRaiseNothing(), () => expect(run).toRaise([])]) {
      expect(failureOf(ask).message).toContain(saw("AWS.Bedrock.RootUser"));
    }
    expect(failureOf(() => expect(run).not.toRaiseNothing()).message).toContain("nothing came of it");
    expect(run).not.toRaise({});
  });

  test("for several rules when none of them saw one, and for correlations when no rule of theirs did", async () => {
    const trail = defineRule({
      ...common,
      id: "Test.Trail",
      logTypes: ["AWS.CloudTrail"],
      detect: () => false,
    });
    expect(await replay([rootUser, trail], [trailEvent()])).toRaiseNothing();
    const none = await replay([rootUser, every], [trailEvent()]);
    expect(failureOf(() => expect(none).toRaiseNothing()).message).toContain(
      saw("AWS.Bedrock.RootUser, Test.Own"),
    );
    const steps = { any: step(trail, { by: () => "one" }) };
    const above = defineCorrelation({
      id: "Test.Above",
      severity: "LOW",
      order: "any",
      within: "1h",
      steps,
    });
    expect(await replay(above, [trailEvent()])).toRaiseNothing();
    const unseen = await replay(above, [invocation()]);
    expect(failureOf(() => expect(unseen).toRaiseNothing()).message).toContain(saw("Test.Above"));
  });
});

describe("the records of a replay", () => {
  test("are one record, a list of them, or what gives one after the other", async () => {
    expect(await replay(rootUser, root)).toRaise({ eventCount: 1 });
    expect(await replay(rootUser, [root, root])).toRaise({ eventCount: 2 });
    expect(await replay(rootUser, new Set([root, { ...root }]))).toRaise({ eventCount: 2 });
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a promise", Promise.resolve([root])],
    ["a function", () => [root]],
    ["a number", 1],
    ["text", JSON.stringify(root)],
    ["a list of text", [JSON.stringify(root)]],
    ["a list of lists", [[root]]],
    ["a list with a gap", [root, undefined]],
  ])("are not %s", async (_, records) => {
    await expect(replay(rootUser, records as never)).rejects.toMatchObject({
      issues: [{ code: "ARGUMENT_INVALID" }],
    });
  });
});

describe("a rule that fails fails its test, whatever is expected", () => {
  const parts: [string, Partial<CallRule>][] = [
    ["detect", { detect: (event) => event.output!.outputTokenCount! > 0 }],
    ["title", { title: (event) => event.output!.outputContentType! }],
    ["alertContext", { alertContext: (event) => ({ output: event.output!.outputTokenCount }) }],
    ["threshold.sum", { threshold: { sum: (event) => event.output!.outputTokenCount!, atLeast: 1 } }],
    [
      "firstSeen.key",
      { firstSeen: { key: (event) => event.output!.outputContentType!, learn: "1d", forget: "1d" } },
    ],
  ];
  test.each(parts)("in %s", async (name, part) => {
    const run = await replay({ ...every, ...part } as AnyRule, [invocation({ output: null })]);
    for (const ask of [
      () => expect(run).toRaise({}),
      () => expect(run).not.toRaise({ severity: "HIGH" }),
      () => expect(run).toRaiseNothing(),
      () => expect(run).not.toRaiseNothing(),
    ]) {
      const { message, cause } = failureOf(ask);
      expect(message).toMatch(`${name} of Test.Own failed: TypeError: Cannot read properties of undefined`);
      expect((cause as Error).stack).toContain("matchers.test.ts");
    }
  });

  test("unless that is what is expected", async () => {
    const broken = { ...every, detect: (): boolean => null as never };
    expect(await replay(broken, [invocation()])).toRaise({ type: "RULE_ERROR", eventCount: 1 });
    const untitled = { ...every, title: (): string => "" };
    expect(await replay(untitled, [invocation()])).toRaise({
      title: "Test.Own",
      faults: [{ function: "title", error: "returned an empty text" }],
    });
    expect(failureOf(() => expect({ ...every }).toDetect({})).message).toContain("RECORD_NOT_CLASSIFIED");
  });

  test("and nothing else", async () => {
    const broken = { ...every, id: "Test.Broken", detect: read };
    const untitled = { ...every, id: "Test.Untitled", title: (): string => "" };
    const records = [invocation(), invocation({ input: null })];
    const asked: [AnyRule[], ExpectedAlert[], string][] = [
      [
        [every, broken],
        [{ ruleId: "Test.Own", type: "RULE" }, { ruleId: "Test.Broken" }],
        "detect of Test.Broken",
      ],
      [[every, untitled], [{ type: "RULE" }, {}], "title of Test.Untitled"],
      [[untitled], [{ faults: [] }], "title of Test.Untitled"],
      [
        [broken, untitled],
        [{ type: "RULE" }, { faults: [{}] }, { type: "RULE_ERROR" }],
        "title of Test.Untitled",
      ],
    ];
    for (const [rules, expected, said] of asked) {
      const run = await replay(rules, records);
      expect(failureOf(() => expect(run).toRaise(expected)).message).toContain(`${said} failed`);
    }
    const run = await replay([broken, untitled], records);
    expect(run).not.toRaise([
      { ruleId: "Test.Broken", type: "RULE_ERROR" },
      { ruleId: "Test.Untitled", faults: [{}] },
    ]);
  });

  describe("and is told of what the rule was asked about, and of nothing else", () => {
    const throwing: [string, Partial<CallRule>][] = [
      ["threshold.sum", { threshold: { sum: tokens, atLeast: 1 } }],
      ["firstSeen.key", { firstSeen: { key: (event) => String(tokens(event)), learn: "1d", forget: "1d" } }],
      ["alertContext", { alertContext: (event) => ({ both: tokens(event) }) }],
    ];
    test.each(throwing)("%s of an event that detect left out", async (name, part) => {
      const rule = { ...every, detect: (event: Call) => event.output !== undefined, ...part } as AnyRule;
      const run = await replay(rule, [invocation({ output: null }), invocation({ input: null })]);
      const { message } = failureOf(() => expect(run).toRaise({}));
      expect(message).toMatch(new RegExp(`^${name} of Test.Own failed: .*reading 'inputTokenCount'`));
    });

    test("alertContext of an event that is in no alert", async () => {
      const rule = defineRule({
        ...common,
        detect: () => true,
        dedup: ({ region = "" }) => region,
        threshold: 2,
        alertContext: (event) => ({ both: tokens(event) }),
      });
      const elsewhere = invocation({ region: "us-east-1", input: null });
      const run = await replay(rule, [invocation({ output: null }), elsewhere, elsewhere]);
      expect(failureOf(() => expect(run).toRaise({})).message).toContain("reading 'inputTokenCount'");
    });

    test("severity of a window that there was not", async () => {
      const rule = defineRule({
        ...common,
        detect: () => true,
        threshold: 2,
        severity: (_, { count }) =>
          count === 2 ? (undefined as never) : tokens({} as Call) > 0 ? "LOW" : "HIGH",
        defaultSeverity: "LOW",
      });
      const run = await replay(rule, [invocation(), invocation()]);
      expect(failureOf(() => expect(run).toRaise({})).message).toContain(
        "severity of Test.Own failed: returned undefined",
      );
    });
  });

  test("also one that a correlation waits for", async () => {
    const broken = defineRule({
      ...common,
      id: "Test.Broken",
      detect: (event) => event.output!.outputTokenCount! > 0,
    });
    const above = defineCorrelation({
      id: "Test.Above",
      severity: "LOW",
      order: "any",
      within: "1h",
      steps: { any: step(broken, { by: () => "one" }) },
    });
    const run = await replay(above, [invocation({ output: null })]);
    expect(failureOf(() => expect(run).toRaiseNothing()).message).toContain(
      "detect of Test.Broken failed: TypeError",
    );
  });
});

/** An event as a rule would have to see it to change it. */
interface Changeable {
  errorCode?: string;
  input: { inputTokenCount: number; inputBodyJson: number[] };
  timestamp: Date;
  p_event_time: Date;
}

describe("a rule that changes its event fails its test", () => {
  const changes: [string, (event: Changeable) => void][] = [
    ["sets a field", (event) => (event.errorCode = "other")],
    ["sets one of an object", (event) => (event.input.inputTokenCount = 1)],
    ["deletes a field", (event) => delete event.errorCode],
    ["adds to a list of JSON", (event) => event.input.inputBodyJson.push(1)],
    ["sets a time", (event) => event.timestamp.setUTCHours(0)],
    ["sets the time that all events have", (event) => event.p_event_time.setTime(0)],
  ];

  test.each(changes)("when it %s", async (_, change) => {
    const rule: AnyRule = { ...every, detect: (event) => (change(event), false) };
    const record = invocation({ errorCode: "any", input: { inputBodyJson: [2, 1] } });
    const run = await replay(rule, [record]);
    for (const ask of [() => expect(rule).not.toDetect(record), () => expect(run).toRaiseNothing()]) {
      const { message, cause } = failureOf(ask);
      expect(message).toMatch(/^detect of Test\.Own changes its event: .*Events are read-only: copy/);
      expect((cause as Error).stack?.split("\n")[1]).toMatch(/matchers\.test\.ts|Array\.push/);
    }
  });
});

test("a rule that changes a time deep in its event fails its test", () => {
  const rule = defineRule({
    ...common,
    logTypes: ["AWS.CloudTrail"],
    detect: (event) => event.userIdentity!.sessionContext!.attributes!.creationDate!.setTime(0) === 1,
  });
  expect(failureOf(() => expect(rule).not.toDetect(trailEvent())).message).toContain(
    "changes its event: setTime",
  );
});

test("a key of alerts that is misspelt does not compile", async () => {
  const run = await replay(rootUser, [root]);
  // @ts-expect-error it is called severity
  expect(run).not.toRaise({ sevirity: "HIGH" });
  // @ts-expect-error there is no such severity
  expect(run).not.toRaise({ severity: "high" });
  // @ts-expect-error it is called value
  expect(run).not.toRaise([{ threshold: { count: 1 } }]);
});
