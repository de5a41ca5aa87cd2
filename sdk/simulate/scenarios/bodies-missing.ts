import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import type { Workload } from "../workload.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { spread } from "./pace.ts";
import { isService, takeOver } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

const isBusy = (workload: Workload): boolean => isService(workload) && workload.rhythm === "always";

/** Half a day to two days in which records come without what is said, some of them the intruder's own. */
const blank =
  (hours: readonly [number, number], isWhole: boolean, form?: Form) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, isBusy);
    const { account, region } = seat;
    const length = random.int(...hours) * HOUR;
    const times = form ? spread(stage.at, length, random.int(20, 60), random) : [];
    const calls = form
      ? attackCalls(times, seat, [form], random, () => ({
          exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
          bodies: "none",
        }))
      : [];
    const silence = { account, ...(!isWhole && { region }), from: stage.at, to: stage.at + length } as const;
    return { ...attackOf(calls, { silences: [{ ...silence, missing: "bodies" }] }), planted: [] };
  };

/** Records come, but what is said is no longer in them. */
export const bodiesMissing: Scenario = {
  id: "bodies-missing",
  title: "The invocation log goes on, but no longer holds what is said.",
  techniques: ["AML.T0015", "T1562.008"],
  variants: {
    "one-region": blank([14, 30], false),
    "whole-account": blank([12, 26], true),
    "with-calls-by-converse": blank([14, 36], false, FORMS.converseNova),
    "with-calls-by-stream": blank([14, 36], false, FORMS.streamClaude),
  },
};
