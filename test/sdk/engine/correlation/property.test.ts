import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alertOf } from "../../../../sdk/engine/open-alert.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import type { AnyCorrelation } from "../../../../sdk/rule/correlation.ts";
import { START } from "../history.ts";
import {
  alertsOf,
  correlation,
  different,
  type Line,
  matchesOf,
  no,
  runnerOf,
  some,
  told,
} from "./history.ts";
import { referenceAlerts, type Reference, type ReferenceStep } from "./reference.ts";

const NAMES = ["A", "B", "C", "D"] as const;

/** Up to four steps, of which some are absent; two absences do not follow each other. */
const references: fc.Arbitrary<Reference> = fc
  .record({
    order: fc.constantFrom("sequence" as const, "any" as const),
    within: fc.constantFrom(4_000, 8_000),
    dedupPeriod: fc.constantFrom(1, 3_000),
    kinds: fc.array(
      fc.record({
        absent: fc.boolean(),
        atLeast: fc.constantFrom(1, 1, 2, 3),
        distinct: fc.constantFrom(undefined, undefined, 1, 2),
        within: fc.constantFrom(2_000, 5_000),
      }),
      { minLength: 1, maxLength: NAMES.length },
    ),
  })
  .map(({ kinds, ...rest }) => {
    const isAbsent = (at: number): boolean => at >= 0 && kinds[at]?.absent === true && !isAbsent(at - 1);
    const steps = kinds.map(({ atLeast, distinct, within: silence }, at): ReferenceStep => {
      const name = NAMES[at] ?? "";
      if (!isAbsent(at)) return { name, atLeast, ...(distinct !== undefined && { distinct }) };
      const isBetween = rest.order === "sequence" && at > 0 && at < kinds.length - 1;
      return { name, absent: true, ...(!isBetween && { within: silence }) };
    });
    return { ...rest, steps };
  })
  .filter(({ steps }) => steps.some(({ absent }) => absent !== true));

function correlationOf({ order, within, dedupPeriod, steps }: Reference): AnyCorrelation {
  const own = steps.map(({ name, absent, atLeast, distinct, within: silence }) =>
    absent === true
      ? no(name, silence === undefined ? {} : { within: `${silence}ms` })
      : some(name, { ...(atLeast && { atLeast }), ...(distinct && different(distinct)) }),
  );
  return correlation(Object.assign({}, ...own) as object, {
    order,
    within: `${within}ms`,
    dedupPeriod: `${dedupPeriod}ms`,
  });
}

/** Events of which most match one step, some several, often at the same time. */
const cases = references.chain((reference) =>
  fc.record({
    reference: fc.constant(reference),
    lines: fc.array(
      fc
        .tuple(
          fc.nat(24).map((half) => half / 2),
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...reference.steps.map(({ name }) => name)) },
            {
              weight: 1,
              arbitrary: fc
                .subarray(
                  reference.steps.map(({ name }) => name),
                  { minLength: 1 },
                )
                .map((names) => names.join(" ")),
            },
          ),
          fc.constantFrom("x", "y"),
        )
        .map(([seconds, names, value]): Line => [seconds, names, "k", value]),
      { minLength: 1, maxLength: 14 },
    ),
  }),
);

test("property: alerts and their matches are those that the letter says", () => {
  fc.assert(
    fc.property(cases, ({ reference, lines }) => {
      expect(told(correlationOf(reference), lines)).toEqual(referenceAlerts(reference, lines));
    }),
    { numRuns: 2_000 },
  );
});

test("property: the batches, and a restart between any two, change nothing", () => {
  const split = fc.record({ given: cases, cuts: fc.array(fc.nat(13)), isRestarted: fc.boolean() });
  fc.assert(
    fc.property(split, ({ given: { reference, lines }, cuts, isRestarted }) => {
      const rule = correlationOf(reference);
      const matches = matchesOf(rule, lines);
      const end = START + 1_000 * Math.max(...lines.map(([seconds]) => seconds));
      const borders = [...cuts.map((cut) => START + cut * 1_000).filter((cut) => cut < end), Infinity];
      let runner = runnerOf(rule);
      let from = -Infinity;
      const grown = new Map<string, unknown>();
      for (const to of borders.toSorted((one, other) => one - other)) {
        const due = matches.filter(({ time }) => time >= from && time < to);
        const { alerts } = runner.run(due, Math.min(to, end));
        for (const alert of alerts) grown.set(alert.said.alertId, { ...alertOf(alert), steps: alert.steps });
        from = to;
        if (!isRestarted) continue;
        const saved = structuredClone([...runner.keys.entries()]);
        runner = runnerOf(rule, { digest: sha256 });
        for (const [key, state] of saved) runner.restore(key, state);
      }
      expect([...grown.values()]).toEqual(alertsOf(rule, lines));
    }),
    { numRuns: 500 },
  );
});

test("property: which row comes first at one time does not matter to a sequence whose events match one step each", () => {
  const permuted = cases
    .map(({ reference, lines }) => ({
      reference: { ...reference, order: "sequence" as const },
      lines: lines.map(([seconds, names]): Line => [Math.floor(seconds), names.slice(0, 1)]),
    }))
    .filter(({ reference: { steps } }) => steps.every(({ distinct, absent }) => !distinct && !absent))
    .chain(({ reference, lines }) =>
      fc.record({
        reference: fc.constant(reference),
        lines: fc.constant(lines),
        shuffled: fc.shuffledSubarray(lines, { minLength: lines.length }),
      }),
    );
  fc.assert(
    fc.property(permuted, ({ reference, lines, shuffled }) => {
      const times = (history: readonly Line[]) =>
        alertsOf(correlationOf(reference), history).map(({ createdAt }) => createdAt);
      expect(times(shuffled)).toEqual(times(lines));
    }),
    { numRuns: 300 },
  );
});
