import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, takeOver, takeSeveral } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly forms: readonly Form[];
  readonly length: number;
  readonly calls: readonly [number, number];
  readonly hands?: number;
}

/**
 * A dear model, prompts of some tens of thousands of tokens and long answers. At 15 and 75 dollars a million tokens a
 * call costs about a dollar, and a hundred to a few hundred of them what the company pays in weeks.
 */
const burn =
  ({ fits, forms, length, calls, hands = 1 }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seats = hands === 1 ? [takeOver(stage, random, fits)] : takeSeveral(stage, random, fits, hands);
    const made = spread(stage.at, length, random.int(...calls), random).map((time) =>
      attackCall(time, random.pick(seats), random.pick(forms), random, {
        exchange: {
          prompt: worded(GENERIC, stage, random),
          answer: worded(ANSWERS, stage, random),
          maxTokens: 8_192,
        },
        tokens: { input: random.int(12_000, 60_000), output: random.int(2_500, 8_000) },
        large: true,
      }),
    );
    const blended = seats.flatMap((seat) => ordinaryCalls(spread(stage.at, length, 3, random), seat, random));
    return attackOf(made, { blended });
  };

/** Somebody runs up a bill with the dearest models. */
export const costBurn: Scenario = {
  id: "cost-burn",
  title: "Somebody runs up a bill with the dearest models in the name of a principal that costs little.",
  techniques: ["AML.T0034"],
  variants: {
    "opus-converse": burn({ fits: isService, forms: [FORMS.converseOpus], length: HOUR, calls: [80, 200] }),
    "opus-invoke-key": burn({
      fits: isKey,
      forms: [FORMS.invokeOpus],
      length: 45 * MINUTE,
      calls: [60, 180],
    }),
    "opus-stream-person": burn({
      fits: isPerson,
      forms: [FORMS.streamOpus, FORMS.converseStreamOpus],
      length: 2 * HOUR,
      calls: [100, 240],
    }),
    "llama-and-opus-slow": burn({
      fits: isService,
      forms: [FORMS.streamLlama, FORMS.invokeOpus],
      length: 14 * HOUR,
      calls: [240, 500],
    }),
    "split-over-services": burn({
      fits: isService,
      forms: [FORMS.converseOpus, FORMS.invokeOpus],
      length: HOUR,
      calls: [120, 260],
      hands: 3,
    }),
  },
};
