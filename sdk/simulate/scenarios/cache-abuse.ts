import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isService, isUnheard, takeOver } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/**
 * Prompts that are written to the cache, at a quarter more than the price of reading them plainly, and are never read
 * again: 20 to 90 thousand tokens each, 60 to 160 times.
 */
const fill =
  (fits: Fits, form: Form, length: number) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, fits);
    const made = spread(stage.at, length, random.int(60, 160), random).map((time) =>
      attackCall(time, seat, form, random, {
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
        tokens: {
          input: random.int(2, 60),
          output: random.int(20, 400),
          cacheRead: random.chance(0.1) ? random.int(500, 4_000) : 0,
          cacheWrite: random.int(20_000, 90_000),
        },
        large: true,
      }),
    );
    return attackOf(made, { blended: ordinaryCalls(spread(stage.at, length, 2, random), seat, random) });
  };

/** The cache is filled with what nobody reads. */
export const cacheAbuse: Scenario = {
  id: "cache-abuse",
  title: "A principal fills the prompt cache with millions of tokens that are never read.",
  techniques: ["AML.T0034"],
  variants: {
    "converse-service": fill(isService, FORMS.converseClaude, 40 * MINUTE),
    "invoke-key": fill(isKey, FORMS.invokeSonnet, HOUR),
    "stream-service": fill(isService, FORMS.streamClaude, 50 * MINUTE),
    "without-bodies": fill(isUnheard, FORMS.converseClaude, HOUR),
    "slow-converse": fill(isService, FORMS.converseStreamClaude, 6 * HOUR),
  },
};
