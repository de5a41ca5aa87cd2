import { describe, expect, test } from "vitest";
import { BASE, call, calls, engine, type Invocation, only, rowId, rule, run } from "./history.ts";

test("an alert as it is written, its keys in their order", async () => {
  const whole = rule({
    id: "Test.Burn",
    displayName: "Tokens burn",
    tags: ["cost"],
    reports: { "MITRE ATLAS": ["AML.T0034"] },
    severity: "HIGH",
    threshold: { sum: (event: Invocation) => event.input?.inputTokenCount ?? 0, atLeast: 100, within: "15m" },
    title: (event: Invocation, window: { value: number }) => `${event.accountId} used ${window.value}`,
    description: "Many tokens",
    runbook: (event: Invocation) => `Look at ${event.modelId}`,
    reference: "https://example.com",
    destinations: ["pager"],
    summaryAttributes: ["modelId"],
    alertContext: (event: Invocation, window: { count: number }) => ({
      at: event.timestamp,
      calls: window.count,
    }),
  });
  const history = calls([
    [0, "a", 60],
    [1.5, "a", 70],
    [90, "a", 1],
  ]).map((event) => ({ ...event, p_any_aws_account_ids: ["111122223333"] }));
  expect(JSON.stringify(await only(whole, history), null, 1)).toMatchInlineSnapshot(`
    "{
     "alertId": "47220ae0d718f7faeca8d08d1ad64a41",
     "type": "RULE",
     "ruleId": "Test.Burn",
     "displayName": "Tokens burn",
     "severity": "HIGH",
     "title": "a used 130",
     "dedup": "a",
     "createdAt": "2026-03-02T09:00:01.500Z",
     "firstEventTime": "2026-03-02T09:00:00.000Z",
     "lastEventTime": "2026-03-02T09:01:30.000Z",
     "eventCount": 3,
     "threshold": {
      "measure": "sum",
      "value": 130,
      "atLeast": 100,
      "within": "15m"
     },
     "logTypes": [
      "AWS.BedrockModelInvocation"
     ],
     "description": "Many tokens",
     "runbook": "Look at amazon.nova-lite-v1:0",
     "reference": "https://example.com",
     "tags": [
      "cost"
     ],
     "reports": {
      "MITRE ATLAS": [
       "AML.T0034"
      ]
     },
     "destinations": [
      "pager"
     ],
     "summary": {
      "modelId": {
       "amazon.nova-lite-v1:0": 3
      }
     },
     "entities": {
      "p_any_aws_account_ids": [
       "111122223333"
      ]
     },
     "context": {
      "at": "2026-03-02T09:00:01.500Z",
      "calls": 2
     },
     "eventIds": [
      "00000000000000000000000000000000",
      "00000000000000000000000000000001",
      "00000000000000000000000000000002"
     ],
     "faults": []
    }"
  `);
});

describe("the life of an alert", () => {
  test("it is handed out when it closes, and not before", async () => {
    const running = engine([rule({ dedupPeriod: "10s" })]);
    const closedAfter = async (event: Invocation) => {
      running.push(event);
      return running.turn().map(({ eventCount }) => eventCount);
    };
    expect(await closedAfter(call(0, 0))).toEqual([]);
    expect(await closedAfter(call(9, 1))).toEqual([]);
    expect(await closedAfter(call(10, 2))).toEqual([2]);
    expect(await closedAfter(call(11, 3))).toEqual([]);
    expect(running.finish().map(({ eventCount }) => eventCount)).toEqual([2]);
    expect(running.finish()).toEqual([]);
  });

  test("alerts come in the order in which they close", async () => {
    const long = rule({ id: "Long", dedupPeriod: "1h" });
    const short = rule({ id: "Short", dedupPeriod: "1m" });
    const alerts = await run(
      [long, short],
      calls([
        [0, "a"],
        [30, "b"],
        [120, "c"],
        [7_200, "d"],
      ]),
    );
    expect(alerts.map(({ ruleId, dedup }) => `${ruleId} ${dedup}`)).toEqual([
      "Short a",
      "Short b",
      "Short c",
      "Long a",
      "Long b",
      "Long c",
      "Short d",
      "Long d",
    ]);
  });

  test("an alert that was handed out at the end comes again, grown, when more joins it", async () => {
    const running = engine([rule()]);
    running.push(call(0, 0));
    const [first] = running.finish();
    running.push(call(60, 1));
    const [second] = running.finish();
    expect(first).toMatchObject({ eventCount: 1, eventIds: [rowId(0)] });
    expect(second).toEqual({
      ...first,
      eventCount: 2,
      lastEventTime: "2026-03-02T09:01:00.000Z",
      eventIds: [rowId(0), rowId(1)],
    });
  });

  test("its id is a hash of rule, group and crossing row", async () => {
    const rules = ["R", "S"].map((id) => rule({ id, dedupPeriod: "1s" }));
    const history = calls([
      [0, "a"],
      [0, "b"],
      [10, "a"],
    ]);
    const ids = (await run(rules, history)).map(({ alertId }) => alertId);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await run(rules, history)).map(({ alertId }) => alertId)).toEqual(ids);
  });
});

describe("the severity", () => {
  const BY_MODEL = {
    severity: (event: Invocation) => event.modelId,
    defaultSeverity: "MEDIUM",
    detect: () => true,
  };
  const after = async (...models: string[]) =>
    (await only(rule(BY_MODEL), calls(models.map((model, n) => [n, "a", model])))).severity;

  test.each([
    [["LOW"], "LOW"],
    [["LOW", "HIGH"], "HIGH"],
    [["HIGH", "LOW"], "HIGH"],
    [["INFO", "CRITICAL", "MEDIUM"], "CRITICAL"],
    [["DEFAULT"], "MEDIUM"],
    [["LOW", "DEFAULT"], "MEDIUM"],
  ])("of %j is %s", async (models, expected) => {
    expect(await after(...models)).toBe(expected);
  });

  test("is the default when it is none, which is a fault", async () => {
    const alert = await only(rule(BY_MODEL), calls([[0, "a", "severe"]]));
    expect(alert).toMatchObject({
      severity: "MEDIUM",
      faults: [{ function: "severity", error: "returned string" }],
    });
  });

  test("stays when a match that joins cannot tell, which is a fault", async () => {
    const alert = await only(
      rule(BY_MODEL),
      calls([
        [0, "a", "HIGH"],
        [1, "a", ""],
        [2, "a", ""],
      ]),
    );
    expect(alert).toMatchObject({
      severity: "HIGH",
      faults: [{ function: "severity", error: "returned an empty text" }],
    });
  });
});

describe("what an alert lists", () => {
  test("row ids: the first 100, in order of time", async () => {
    const alert = await only(
      rule(),
      Array.from({ length: 150 }, (_, n) => call(n, n)),
    );
    expect(alert.eventCount).toBe(150);
    expect(alert.eventIds).toEqual(Array.from({ length: 100 }, (_, n) => rowId(n)));
  });

  test("indicators: lists by name, values sorted, each once", async () => {
    const events = [
      { ...call(0, 0), p_any_usernames: ["zoe"], p_any_aws_arns: ["arn:b", "arn:c"] },
      { ...call(1, 1), p_any_ip_addresses: ["1.2.3.4"], p_any_aws_arns: ["arn:a", "arn:b"] },
    ];
    const { entities } = await only(rule(), events);
    expect(JSON.stringify(entities)).toBe(
      '{"p_any_aws_arns":["arn:a","arn:b","arn:c"],"p_any_ip_addresses":["1.2.3.4"],"p_any_usernames":["zoe"]}',
    );
  });

  test("indicators: the first 100 of a kind", async () => {
    const events = Array.from({ length: 60 }, (_, n) => ({
      ...call(n, n),
      p_any_usernames: [`user-${n}a`, `user-${n}b`],
      p_any_emails: ["x@example.com"],
    }));
    const { entities } = await only(rule(), events);
    const first = events.slice(0, 50).flatMap(({ p_any_usernames }) => p_any_usernames);
    expect(entities).toEqual({ p_any_usernames: first.toSorted(), p_any_emails: ["x@example.com"] });
  });

  test("log types: those of its events, sorted", async () => {
    const both = rule({ logTypes: ["Custom.Door", "AWS.BedrockModelInvocation"] });
    const door = { ...call(1, 1), p_log_type: "Custom.Door" } as unknown as Invocation;
    expect((await only(both, [door, call(2, 2)])).logTypes).toEqual([
      "AWS.BedrockModelInvocation",
      "Custom.Door",
    ]);
    expect((await only(both, [door])).logTypes).toEqual(["Custom.Door"]);
  });

  test("summary: the five most frequent values of each path, ties by value", async () => {
    const models = ["g", "a", "b", "c", "d", "e", "e", "f", "f", "f"];
    const summed = rule({
      summaryAttributes: [
        "modelId",
        "errorCode",
        "input.inputTokenCount",
        "timestamp",
        "p_any_usernames",
        "identity",
      ],
    });
    const events = calls(models.map((model) => [0, "a", model])).map((event, n) => ({
      ...event,
      ...(n < 3 && { input: { inputTokenCount: 7 } }),
      ...(n < 2 && { p_any_usernames: ["zoe", "ann"] }),
      identity: { arn: "arn:x" },
    }));
    const { summary } = await only(summed, events);
    expect(Object.entries(summary["modelId"] ?? {})).toEqual([
      ["f", 3],
      ["e", 2],
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ]);
    expect(summary).toEqual({
      modelId: expect.anything() as unknown,
      "input.inputTokenCount": { "7": 3 },
      timestamp: { "2026-03-02T09:00:00.000Z": 10 },
      p_any_usernames: { ann: 2, zoe: 2 },
    });
  });
});

test("an alert's event count, and first and last time, are those of its window and of what joined", async () => {
  const alert = await only(
    rule({ threshold: { count: 2, within: "10s" }, dedupPeriod: "20s" }),
    calls([
      [0, "a"],
      [20, "a"],
      [25, "a"],
      [44, "a"],
    ]),
  );
  expect(alert).toMatchObject({
    createdAt: "2026-03-02T09:00:25.000Z",
    firstEventTime: "2026-03-02T09:00:20.000Z",
    lastEventTime: "2026-03-02T09:00:44.000Z",
    eventCount: 3,
    eventIds: [rowId(1), rowId(2), rowId(3)],
  });
});

test("a rule that says little gets defaults", async () => {
  const { id, logTypes, severity, detect } = BASE;
  expect(await only(rule({ id, logTypes, severity, detect, dedup: undefined }))).toMatchObject({
    type: "RULE",
    displayName: "Test.Rule",
    title: "Test.Rule",
    dedup: "Test.Rule",
    threshold: { measure: "count", value: 1, atLeast: 1, within: "1h" },
    description: "",
    runbook: "",
    reference: "",
    tags: [],
    reports: {},
    destinations: [],
    summary: {},
    entities: {},
    context: {},
    faults: [],
  });
});
