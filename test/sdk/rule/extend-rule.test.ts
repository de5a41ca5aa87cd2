import {
  CaracalError,
  defineCorrelation,
  defineRule,
  type Detection,
  derivedFrom,
  type EventOf,
  extendRule,
  type JsonObject,
  step,
} from "caracal";
import { replay } from "caracal/testing";
import { describe, expect, expectTypeOf, test } from "vitest";
import { defineDetection } from "../../../sdk/cli/define-detection.ts";
import { ruleContent } from "../../../sdk/rule/rule-content.ts";

const exception = {
  id: "load-test",
  reason: "The load test fails on purpose.",
  owner: "platform@example.org",
  expires: "2027-01-01",
};

const common = { logTypes: ["AWS.BedrockModelInvocation"], severity: "MEDIUM" } as const;

const spike = defineRule({
  ...common,
  id: "Test.Spike",
  detect: (event) => event.errorCode !== undefined,
  dedup: (event) => event.accountId,
  threshold: { count: 3, within: "10m" },
  exceptions: [{ ...exception, when: (event) => event.region === "eu-west-1" }],
  tags: ["errors"],
});

const sum = defineRule({
  ...common,
  id: "Test.Sum",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { sum: (event) => event.input?.inputTokenCount ?? 0, atLeast: 100, within: "1h" },
});

const newModel = defineRule({
  ...common,
  id: "Test.NewModel",
  detect: () => true,
  firstSeen: { key: (event) => event.modelId, learn: "7d", forget: "90d" },
});

const plain = defineRule({ ...common, id: "Test.Plain", detect: () => true });

const correlation = defineCorrelation({
  id: "Test.Both",
  severity: "HIGH",
  order: "any",
  within: "1h",
  steps: { spike: step(spike, { by: (event) => event.accountId, context: () => ({ seen: true }) }) },
});

function records(count: number, differs: JsonObject = {}): JsonObject[] {
  return Array.from({ length: count }, (_, at) => ({
    timestamp: `2026-03-02T09:00:0${at}Z`,
    accountId: "111122223333",
    region: "us-east-1",
    requestId: `r-${at}`,
    operation: "Converse",
    modelId: "amazon.nova-lite-v1:0",
    errorCode: "AccessDeniedException",
    ...differs,
  }));
}

async function raised(rule: Detection): Promise<number> {
  return (await replay(rule, records(4))).alerts.length;
}

describe("a derived rule", () => {
  test("says what the changes say, and for the rest what its base says", () => {
    const mine = extendRule(spike, { severity: "CRITICAL", destinations: ["soc"], tags: ["ours"] });
    expect(mine).toEqual({ ...spike, severity: "CRITICAL", destinations: ["soc"], tags: ["ours"] });
    expect(Object.isFrozen(mine.destinations)).toBe(true);
  });

  test("has its base's id, and takes its place, unless it is given one", () => {
    expect(extendRule(spike, { severity: "LOW" }).id).toBe("Test.Spike");
    expect(extendRule(spike, { id: "Ours.Spike" }).id).toBe("Ours.Spike");
  });

  test("does not change its base", () => {
    const before = ruleContent(spike);
    extendRule(spike, { exceptions: [{ ...exception, id: "mine", when: () => true }], tags: ["x"] });
    expect(ruleContent(spike)).toEqual(before);
    expect(derivedFrom(spike)).toBeUndefined();
  });

  test("has the content of a rule that was written like that", () => {
    const written = { ...spike, severity: "CRITICAL" };
    expect(ruleContent(extendRule(spike, { severity: "CRITICAL" }))).toEqual(ruleContent(written));
    expect(ruleContent(extendRule(spike, {}))).toEqual(ruleContent(spike));
  });

  test("raises its alerts by its own threshold", async () => {
    expect(await raised(spike)).toBe(1);
    expect(await raised(extendRule(spike, { threshold: { ...spike.threshold, count: 4 } }))).toBe(1);
    expect(await raised(extendRule(spike, { threshold: { ...spike.threshold, count: 5 } }))).toBe(0);
  });

  test("can raise the bar of a measure and keep its function", () => {
    const mine = extendRule(sum, { threshold: { ...sum.threshold, atLeast: 500 } });
    expect(mine.threshold).toEqual({ ...sum.threshold, atLeast: 500 });
  });
});

describe("exceptions", () => {
  const mine = { ...exception, id: "mine", when: () => true };

  test("are added to those of the base", () => {
    const { exceptions } = extendRule(spike, { exceptions: [mine] });
    expect(exceptions).toEqual([...(spike.exceptions ?? []), mine]);
    expect(extendRule(plain, { exceptions: [mine] }).exceptions).toEqual([mine]);
    expect(extendRule(spike, {}).exceptions).toBe(spike.exceptions);
  });

  test("take the place of the base's exception with their id", () => {
    const again = { ...exception, expires: "2028-01-01", when: () => false };
    expect(extendRule(spike, { exceptions: [mine, again] }).exceptions).toEqual([again, mine]);
  });

  test("leave alone what they accept, beside what the base's accept", async () => {
    const rule = extendRule(spike, {
      threshold: 1,
      exceptions: [{ ...mine, when: (event) => event.modelId === "amazon.nova-pro-v1:0" }],
    });
    const matches = async (differs: JsonObject) => (await replay(rule, records(1, differs))).alerts.length;
    expect(await matches({})).toBe(1);
    expect(await matches({ modelId: "amazon.nova-pro-v1:0" })).toBe(0);
    expect(await matches({ region: "eu-west-1" })).toBe(0);
  });
});

describe("severity", () => {
  const depends = defineRule({
    ...common,
    id: "Test.Depends",
    detect: () => true,
    severity: (event) => (event.errorCode === undefined ? "LOW" : "DEFAULT"),
    defaultSeverity: "MEDIUM",
  });

  test("that is fixed needs no default any more", () => {
    const mine = extendRule(depends, { severity: "HIGH" });
    expect(mine.severity).toBe("HIGH");
    expect(mine).not.toHaveProperty("defaultSeverity");
  });

  test("that depends on the event stays, with its default", () => {
    const mine = extendRule(depends, { displayName: "Ours" });
    expect(mine.severity).toBe(depends.severity);
    expect(mine.defaultSeverity).toBe("MEDIUM");
  });

  test("may come to depend on the event", () => {
    const mine = extendRule(plain, {
      severity: (event) => (event.region === "us-east-1" ? "HIGH" : "DEFAULT"),
      defaultSeverity: "LOW",
    });
    expect(mine.defaultSeverity).toBe("LOW");
  });
});

describe("a rule knows what it was derived from", () => {
  const mine = extendRule(spike, { id: "Ours.Spike", severity: "MEDIUM", tags: ["ours"] });

  test("and in what it differs", () => {
    expect(derivedFrom(mine)).toEqual({ base: spike, changed: ["id", "tags"] });
    expect(derivedFrom(mine)?.base).toBe(spike);
  });

  test("also after it was loaded", () => {
    expect(derivedFrom(defineDetection(mine))?.base).toBe(spike);
  });

  test("over several generations", () => {
    const child = extendRule(mine, { severity: "LOW" });
    expect(derivedFrom(child)).toEqual({ base: mine, changed: ["severity"] });
  });
});

describe("a correlation", () => {
  test("can be extended in what it says", () => {
    const mine = extendRule(correlation, {
      severity: "CRITICAL",
      within: "2h",
      title: (steps, key) => `${key}: ${steps.spike.count} ${steps.spike.context.seen}`,
    });
    expect(mine.steps).toBe(correlation.steps);
    expect(derivedFrom(mine)?.changed).toEqual(["severity", "within", "title"]);
  });

  test("keeps its steps", () => {
    // @ts-expect-error the steps make the correlation
    expect(() => extendRule(correlation, { steps: {} })).toThrow(
      /steps: a derived rule has that of its base/,
    );
    // @ts-expect-error exceptions are for rules
    expect(() => extendRule(correlation, { exceptions: [] })).toThrow(CaracalError);
  });
});

test("functions get the events of the base", () => {
  type Event = EventOf<"AWS.BedrockModelInvocation">;
  extendRule(sum, {
    threshold: {
      unique: (event) => {
        expectTypeOf(event).toEqualTypeOf<Event>();
        return event.modelId;
      },
      atLeast: 3,
    },
    exceptions: [
      {
        ...exception,
        when: (event) => {
          expectTypeOf(event).toEqualTypeOf<Event>();
          return true;
        },
      },
    ],
    title: (event, window) => `${event.modelId} ${window.value}`,
    summaryAttributes: ["identity.arn"],
  });
  const mine = extendRule(newModel, { firstSeen: { ...newModel.firstSeen, learn: "14d" } });
  expectTypeOf(mine.logTypes).toEqualTypeOf<readonly ["AWS.BedrockModelInvocation"]>();
  step(mine, { by: (event) => event.accountId });
  extendRule(mine, { firstSeen: { ...mine.firstSeen, forget: "30d" } });
});

test("all rules of a pack can be changed alike", () => {
  const mine = [spike, sum, newModel, plain].map((rule) => extendRule(rule, { destinations: ["soc"] }));
  expect(mine.map(({ destinations }) => destinations)).toEqual(Array.from({ length: 4 }, () => ["soc"]));
  const all = [spike, correlation].map((one) => extendRule(one, { enabled: false, severity: "INFO" }));
  expect(all.map(({ enabled }) => enabled)).toEqual([false, false]);
});

test("what does not compile, and is refused without types too", () => {
  // @ts-expect-error a rule that looks for what is new has no threshold
  expect(() => extendRule(newModel, { threshold: 5 })).toThrow(/a threshold or firstSeen, not both/);
  const firstSeen = { key: () => "", learn: "1d", forget: "1d" } as const;
  // @ts-expect-error a rule with a threshold does not look for what is new
  expect(() => extendRule(spike, { firstSeen })).toThrow(/a threshold or firstSeen, not both/);
  // @ts-expect-error one of the two
  expect(() => extendRule(plain, { threshold: 5, firstSeen })).toThrow(/a threshold or firstSeen, not both/);
  // @ts-expect-error a severity function needs a default
  expect(() => extendRule(plain, { severity: () => "LOW" })).toThrow(/defaultSeverity/);
  // @ts-expect-error exceptions are what narrows a rule
  expect(() => extendRule(spike, { detect: () => true })).toThrow(
    /detect: a derived rule has that of its base/,
  );
  // @ts-expect-error functions were written for the base's events
  expect(() => extendRule(spike, { logTypes: ["AWS.CloudTrail"] })).toThrow(/logTypes: a derived rule/);
  // @ts-expect-error a misspelt key
  expect(() => extendRule(spike, { treshold: 5 })).toThrow(/Unrecognized key/);
  // @ts-expect-error a misspelt field
  extendRule(spike, { threshold: { unique: (event) => event.modelID, atLeast: 2 } });
  // @ts-expect-error half a threshold
  expect(() => extendRule(sum, { threshold: { atLeast: 500 } })).toThrow(/threshold/);
});
