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

/** What stands in place of the caller: nothing at all, or a text that names nobody. */
const nameless =
  (arn: string | undefined, forms: readonly Form[], length: number, isSilent = false) =>
  (stage: Stage, random: Random): Attack => {
    const { account, region } = takeOver(stage, random, isSilent ? isUnheard : isAnybody);
    const times = spread(stage.at, length, random.int(6, 30), random);
    return attackOf(
      attackCalls(times, { account, region, arn: arn ?? "" }, forms, random, () => ({
        ...(arn === undefined && { anonymous: true }),
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      })),
    );
  };

/** Calls whose records do not say who made them. */
export const missingIdentity: Scenario = {
  id: "missing-identity",
  title: "Calls are made whose records do not say by whom.",
  techniques: ["AML.T0012"],
  variants: {
    "absent-converse": nameless(undefined, [FORMS.converseClaude, FORMS.converseStreamClaude], 30 * MINUTE),
    "empty-invoke": nameless("", [FORMS.invokeTitan, FORMS.invokeLlama], 2 * HOUR),
    "unreadable-stream": nameless("unknown", [FORMS.streamNova], 10 * HOUR),
    "absent-without-bodies": nameless(undefined, [FORMS.converseNova], HOUR, true),
  },
};
