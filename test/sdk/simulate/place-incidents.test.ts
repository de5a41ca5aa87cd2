import { describe, expect, test } from "vitest";
import { chooseVariants } from "../../../sdk/simulate/choose-variants.ts";
import { MODELS } from "../../../sdk/simulate/models.ts";
import { placeIncidents } from "../../../sdk/simulate/place-incidents.ts";
import { createRandom } from "../../../sdk/simulate/random.ts";
import type { Attack, Scenario, Stage } from "../../../sdk/simulate/scenario.ts";
import { DAY, START } from "./life.ts";

const HOUR = DAY / 24;

/** An attack of one call, by a user; `more` begins with it. */
const attackBy =
  (name: string, more: (stage: Stage) => Partial<Attack> = () => ({})) =>
  (stage: Stage): Attack => ({
    calls: [
      {
        time: stage.at,
        account: "111122223333",
        region: "us-east-1",
        arn: `arn:aws:iam::111122223333:user/${name}`,
        operation: "Converse",
        model: MODELS.novaLite,
        tokens: { input: 1, output: 1 },
      },
    ],
    ...more(stage),
  });

const scenario = (id: string, attack: (stage: Stage) => Attack): Scenario => ({
  id,
  title: id,
  techniques: [],
  variants: { only: attack },
});

function place(scenarios: readonly Scenario[], days: number, reserved: { from: number; to: number }[] = []) {
  const [start, end] = [START, START + days * DAY];
  return placeIncidents(
    scenarios.map((one) => ({ scenario: one, variant: "only" })),
    { start, end, seed: 1, reserved },
    (at) => ({ start, end, at, heldOut: false, workloads: [] }),
  );
}

const silence = ({ at }: Stage): Partial<Attack> => ({
  silences: [{ account: "111122223333", from: at, to: at + 20 * HOUR, missing: "records" }],
});

describe("placing", () => {
  test("keeps a day between two attacks of one principal, and leaves out what has no room", () => {
    const four = ["a", "b", "c", "d"].map((id) => scenario(id, attackBy("amy")));
    const { incidents, unplaced } = place(four, 11);
    expect(incidents.length).toBeGreaterThanOrEqual(2);
    expect(incidents.length + unplaced.length).toBe(4);
    const times = incidents.map(({ from }) => from);
    for (const [index, time] of times.slice(1).entries())
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(DAY);
  });

  test("lets different principals be attacked on one day", () => {
    const many = Array.from({ length: 12 }, (_, at) => scenario(`s${at}`, attackBy(`user-${at}`)));
    expect(place(many, 9).unplaced).toEqual([]);
  });

  test("lets no attack fall into the silence of another", () => {
    const { incidents } = place(
      [
        scenario("deleted", attackBy("amy", silence)),
        ...["b", "c", "d"].map((id) => scenario(id, attackBy(id))),
      ],
      12,
    );
    const silent = incidents.find(({ scenario: { id } }) => id === "deleted");
    for (const {
      attack,
      scenario: { id },
    } of incidents) {
      if (id === "deleted") continue;
      const [call] = attack.calls;
      expect(
        (call?.time ?? 0) < (silent?.from ?? 0) || (call?.time ?? 0) >= (silent?.from ?? 0) + 20 * HOUR,
      ).toBe(true);
    }
  });

  test("keeps away from times at which calls fail anyway", () => {
    const reserved = [{ from: START + 8 * DAY, to: START + 10 * DAY }];
    const { incidents } = place([scenario("a", attackBy("amy"))], 12, reserved);
    for (const { from } of incidents) expect(from).toBeGreaterThan(START + 10 * DAY);
    expect(incidents).toHaveLength(1);
  });

  test("places nothing that ends after the log", () => {
    const late = scenario(
      "late",
      attackBy("amy", ({ end }) => ({ trail: [{ time: end + 1_000, record: {} }] })),
    );
    expect(place([late], 20).unplaced).toHaveLength(1);
  });
});

describe("choosing", () => {
  const list = [scenario("a", attackBy("amy")), scenario("b", attackBy("ben"))];
  const idsOf = (names?: readonly string[]): string[] =>
    chooseVariants(list, names, createRandom(1)).map(({ scenario: { id }, variant }) => `${id}/${variant}`);

  test.each([
    [undefined, ["a/only", "b/only"]],
    [[], []],
    [["b"], ["b/only"]],
    [
      ["b/only", "b/only", "a"],
      ["b/only", "a/only"],
    ],
  ])("of %j is %j", (names, chosen) => {
    expect(idsOf(names)).toEqual(chosen);
  });

  test.each(["c", "a/other", "", "a/constructor", "only"])("refuses %j", (name) => {
    expect(() => idsOf([name])).toThrow(new RangeError(name));
  });
});
