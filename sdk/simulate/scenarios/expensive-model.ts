import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, isUnheard, takeOver } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/** Use that is worth something but no flood: 15 to 60 calls of middling size. */
const treat =
  (fits: Fits, forms: readonly Form[], length: number) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, fits);
    const times = spread(stage.at, length, random.int(15, 60), random);
    const calls = attackCalls(times, seat, forms, random, () => ({
      exchange: {
        prompt: worded(GENERIC, stage, random),
        answer: worded(ANSWERS, stage, random),
        maxTokens: 4_096,
      },
      tokens: { input: random.int(800, 9_000), output: random.int(400, 4_000) },
    }));
    return attackOf(calls, { blended: ordinaryCalls(spread(stage.at, length, 4, random), seat, random) });
  };

/** A principal with small models turns to the dearest. */
export const expensiveModel: Scenario = {
  id: "expensive-model",
  title: "A principal that has always used small models turns to the dearest one.",
  techniques: ["AML.T0012", "AML.T0034"],
  variants: {
    "opus-by-a-service": treat(isService, [FORMS.converseOpus], 40 * MINUTE),
    "opus-by-a-key": treat(isKey, [FORMS.invokeOpus], 30 * MINUTE),
    "opus-streams-by-a-person": treat(isPerson, [FORMS.streamOpus, FORMS.converseStreamOpus], 2 * HOUR),
    "huge-llama-slow": treat(isKey, [FORMS.streamLlama], 9 * HOUR),
    "opus-without-bodies": treat(isUnheard, [FORMS.converseOpus], HOUR),
  },
};
