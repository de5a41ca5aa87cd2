import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isService, isUnheard, takeOver, takeOverFor } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/**
 * Prompts that fill the context window, 130 to 200 thousand tokens, from a principal whose prompts have some thousands
 * at most. A handful is enough to move a customer base or a code base out.
 */
const stuff =
  (fits: Fits, form: Form, length: number, isOwn = true) =>
  (stage: Stage, random: Random): Attack => {
    const found = takeOverFor(stage, random, form, fits);
    const seat = isOwn ? found.seat : takeOver(stage, random, fits);
    const used = isOwn ? found.form : form;
    const made = spread(stage.at, length, random.int(4, 14), random).map((time) =>
      attackCall(time, seat, used, random, {
        exchange: {
          prompt: worded(GENERIC, stage, random),
          answer: worded(ANSWERS, stage, random),
          maxTokens: 4_096,
        },
        tokens: { input: random.int(130_000, 198_000), output: random.int(500, 4_096) },
        large: true,
      }),
    );
    return attackOf(made, { blended: ordinaryCalls(spread(stage.at, length, 2, random), seat, random) });
  };

/** Calls with prompts of a size that nobody here ever sends. */
export const oversizedCalls: Scenario = {
  id: "oversized-calls",
  title: "A principal of small prompts sends some that fill the whole context window.",
  techniques: ["AML.T0034", "AML.T0029"],
  variants: {
    "converse-offloaded": stuff(isService, FORMS.converseStreamClaude, 20 * MINUTE),
    "invoke-nova-offloaded": stuff(isService, FORMS.converseNova, 40 * MINUTE),
    "key-stream": stuff(isKey, FORMS.streamNova, 30 * MINUTE, false),
    "slow-invoke": stuff(isService, FORMS.invokeClaude, 8 * HOUR),
    "without-bodies": stuff(isUnheard, FORMS.converseClaude, HOUR),
  },
};
