import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS } from "./form.ts";
import type { Form } from "./form.ts";
import { MINUTE, nextNight, spread } from "./pace.ts";
import { type Fits, isPerson, takeOver, takeOverFor } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/** Somebody whose own calls come in office hours alone. */
const isOffice: Fits = (workload) => isPerson(workload) && workload.rhythm === "office";

/** Where it is night between one and four by UTC, give or take an hour. */
const isAsleep: Fits = (workload) => isOffice(workload) && !workload.region.startsWith("us-west");

/** People make some calls an hour; a script in their name makes some dozens to a few hundred. */
const burst =
  (form: Form, calls: readonly [number, number], length: number, canUseOwn: boolean) =>
  (stage: Stage, random: Random): Attack => {
    const known = takeOverFor(stage, random, form, isAsleep);
    const { seat, form: used } = canUseOwn ? known : { seat: takeOver(stage, random, isAsleep), form };
    const times = spread(nextNight(stage.at, random), length, random.int(...calls), random);
    return attackOf(
      attackCalls(times, seat, [used], random, () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      })),
    );
  };

/** A person's session is busy while the person sleeps. */
export const offHoursBurst: Scenario = {
  id: "off-hours-burst",
  title: "A person who works by day makes a great many calls at night.",
  techniques: ["AML.T0012", "AML.T0040"],
  variants: {
    "converse-own-model": burst(FORMS.converseClaude, [80, 220], 50 * MINUTE, true),
    "invoke-llama": burst(FORMS.invokeLlama, [60, 160], HOUR, false),
    "stream-own-model": burst(FORMS.streamClaude, [80, 200], 40 * MINUTE, true),
    "converse-over-hours": burst(FORMS.converseNova, [150, 350], 3 * HOUR, false),
  },
};
