import { defineRule } from "caracal";
import { describe, expect, test } from "vitest";
import { lowestFirst, rulesNeeded } from "../../../sdk/rule/check-correlations.ts";
import type { AnyCorrelation } from "../../../sdk/rule/correlation.ts";
import { defineCorrelation } from "../../../sdk/rule/define-correlation.ts";
import { step, type Detection, without } from "../../../sdk/rule/step.ts";

const by = (): string => "";
const rule = (id: string) =>
  defineRule({ id, logTypes: ["AWS.CloudTrail"], severity: "LOW", detect: () => true });
const over = (id: string, one: Detection, other: Detection): AnyCorrelation =>
  defineCorrelation({
    id,
    severity: "LOW",
    order: "any",
    within: "1h",
    steps: { one: step(one, { by }), other: without(other, { by }) },
  } as never);

const low = over("Low", rule("A"), rule("B"));
const middle = over("Middle", low, rule("A"));
const high = over("High", rule("C"), middle);

test("a correlation needs the rules of its steps, absent ones too, and those of its correlations", () => {
  expect(rulesNeeded(low).map(({ id }) => id)).toEqual(["A", "B"]);
  expect(rulesNeeded(high).map(({ id }) => id)).toEqual(["A", "B", "C", "Low", "Middle"]);
});

test("correlations come after those that are their steps", () => {
  expect(lowestFirst([high, low, middle])).toEqual([low, middle, high]);
  expect(lowestFirst([high, low])).toEqual([low, high]);
});

/** Objects that `defineCorrelation` has frozen cannot refer to later ones; others can. */
const looped = (id: string, below: () => Detection): AnyCorrelation =>
  ({
    id,
    steps: {
      get one() {
        return { rule: below(), by };
      },
    },
  }) as never;

describe("a correlation that is a step of itself is refused", () => {
  test("directly", () => {
    const self: AnyCorrelation = looped("Self", () => self);
    expect(() => lowestFirst([self])).toThrow(
      /correlation Self: RULE_INVALID steps: it is a step of itself: Self > Self/,
    );
    expect(rulesNeeded(self)).toEqual([self]);
  });

  test("through others, with the way", () => {
    const first: AnyCorrelation = looped("First", () => second);
    const second: AnyCorrelation = looped("Second", () => first);
    expect(() => lowestFirst([over("Above", first, rule("A"))])).toThrow(/First > Second > First/);
  });

  test("by its id", () => {
    expect(() => lowestFirst([over("Low", middle, rule("A")), middle])).toThrow(/Low > Middle > Low/);
  });
});
