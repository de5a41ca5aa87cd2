import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, takeOver } from "./seat.ts";
import { ANSWERS, ENDLESS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/** Answers at the limits that models have: four, eight and thirty-two thousand tokens. */
const LIMITS = [4_096, 8_192, 8_192, 32_000];

/** Prompts that have no end, so that nearly every answer runs into its limit. */
const endless =
  (fits: Fits, form: Form, calls: readonly [number, number], length: number) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, fits);
    const limit = random.pick(LIMITS);
    const made = spread(stage.at, length, random.int(...calls), random).map((time) => {
      const ends = random.chance(0.06);
      return attackCall(time, seat, form, random, {
        exchange: {
          prompt: worded(ends ? GENERIC : ENDLESS, stage, random),
          answer: worded(ANSWERS, stage, random),
          stop: ends ? "end_turn" : "max_tokens",
          maxTokens: limit,
        },
        tokens: { input: random.int(30, 400), output: ends ? random.int(200, 2_000) : limit },
      });
    });
    return attackOf(made, { blended: ordinaryCalls(spread(stage.at, length, 2, random), seat, random) });
  };

/** Answer after answer runs until it is cut off. */
export const longOutputs: Scenario = {
  id: "long-outputs",
  title: "Somebody asks for answers without an end, each of which runs until the limit of the model.",
  techniques: ["AML.T0029", "AML.T0034"],
  variants: {
    "converse-service": endless(isService, FORMS.converseClaude, [40, 100], 40 * MINUTE),
    "invoke-key": endless(isKey, FORMS.invokeLlama, [40, 100], HOUR),
    "stream-person": endless(isPerson, FORMS.streamClaude, [40, 90], 45 * MINUTE),
    "chat-key": endless(isKey, FORMS.invokeChat, [40, 90], HOUR),
    "titan-slow": endless(isService, FORMS.streamTitan, [60, 140], 5 * HOUR),
  },
};
