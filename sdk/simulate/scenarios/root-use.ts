import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { isAnybody, isUnheard, takeOver } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/** Whoever has the root user's key has no reason to hurry or to hide: a few calls, or some dozens. */
const root =
  (forms: readonly Form[], calls: readonly [number, number], length: number, isSilent = false) =>
  (stage: Stage, random: Random): Attack => {
    const { account, region } = takeOver(stage, random, isSilent ? isUnheard : isAnybody);
    const seat = { account, region, arn: `arn:aws:iam::${account}:root` };
    const times = spread(stage.at, length, random.int(...calls), random);
    return attackOf(
      attackCalls(times, seat, forms, random, () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
        ...(random.chance(0.1) && { error: "ResourceNotFoundException" }),
      })),
    );
  };

/** The account's root user calls models, which no company has it do. */
export const rootUse: Scenario = {
  id: "root-use",
  title: "The root user of an account calls models.",
  techniques: ["AML.T0012"],
  variants: {
    converse: root([FORMS.converseOpus, FORMS.converseClaude], [3, 12], 30 * MINUTE),
    "invoke-llama": root([FORMS.invokeLlama], [2, 6], 10 * MINUTE),
    "stream-slow": root([FORMS.streamClaude, FORMS.streamMistral], [10, 30], 16 * HOUR),
    "without-bodies": root([FORMS.converseNova], [3, 10], HOUR, true),
  },
};
