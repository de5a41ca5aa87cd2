import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { forbidden } from "./blocked.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { isGuarded, seatOf, takeOverFor } from "./seat.ts";
import { COMPLIANCE, REFUSALS } from "./texts/jailbreak.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/**
 * An application is changed so that its calls no longer name the guardrail. As many calls as it makes in some hours of
 * a busy day come without a trace, some of them of the kind that was blocked before.
 */
const remove =
  (form: Form, calls: readonly [number, number], length: number, isScattered: boolean) =>
  (stage: Stage, random: Random): Attack => {
    const { seat, form: used } = takeOverFor(stage, random, form, isGuarded);
    const times = spread(stage.at, length, random.int(...calls), random);
    return attackOf(
      times.map((time) => {
        const isForbidden = random.chance(0.2);
        const prompt = isForbidden ? forbidden(stage, random).prompt : worded(GENERIC, stage, random);
        const answers = isForbidden ? random.pick([COMPLIANCE, COMPLIANCE, REFUSALS]) : ANSWERS;
        const { metadata } = seat.workload;
        return attackCall(time, isScattered ? seatOf(seat.workload, random) : seat, used, random, {
          exchange: { prompt, answer: worded(answers, stage, random) },
          ...(metadata && { metadata }),
        });
      }),
    );
  };

/** A guarded application goes on without its guardrail. */
export const guardrailRemoved: Scenario = {
  id: "guardrail-removed",
  title: "An application that was always behind a guardrail goes on without it.",
  techniques: ["AML.T0054", "AML.T0015"],
  variants: {
    "converse-stream": remove(FORMS.converseStreamClaude, [60, 160], 3 * HOUR, true),
    converse: remove(FORMS.converseNova, [60, 160], 2 * HOUR, true),
    "invoke-one-session": remove(FORMS.invokeClaude, [40, 100], HOUR, false),
    "stream-within-minutes": remove(FORMS.streamClaude, [40, 90], 40 * MINUTE, true),
  },
};
