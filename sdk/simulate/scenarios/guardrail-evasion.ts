import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { blocked, forbidden } from "./blocked.ts";
import { base64, type Disguise, homoglyphs } from "./disguise.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, paced, spread } from "./pace.ts";
import { isGuarded, takeOverFor } from "./seat.ts";
import { COMPLIANCE } from "./texts/jailbreak.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly form: Form;
  /** What gets the last requests through. */
  readonly trick: "without-guardrail" | Disguise;
  readonly pace?: "slow";
}

/** Three to ten blocked tries, and then one to four that get through. */
const evade =
  ({ form, trick, pace }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const { seat, form: used } = takeOverFor(stage, random, form, isGuarded);
    const count = random.int(3, 10);
    const through = random.int(1, 4);
    const times =
      pace === "slow"
        ? spread(stage.at, 5 * HOUR, count + through, random)
        : paced(stage.at, count + through, [15, 150], random);
    const calls = times.map((time, at) => {
      if (at < count) return attackCall(time, seat, used, random, { exchange: blocked(stage, random) });
      const { prompt } = forbidden(stage, random);
      const isBare = trick === "without-guardrail";
      return attackCall(time, seat, used, random, {
        exchange: {
          prompt: isBare ? prompt : trick(prompt, random),
          answer: worded(COMPLIANCE, stage, random),
          ...(!isBare && { guardrail: { action: "none" } }),
        },
      });
    });
    return attackOf(calls, {
      blended: ordinaryCalls(spread(stage.at, 20 * MINUTE, 3, random), seat, random),
    });
  };

/** Somebody is blocked until a way around the guardrail is found. */
export const guardrailEvasion: Scenario = {
  id: "guardrail-evasion",
  title: "Somebody is blocked by a guardrail several times, and then gets the answer by a way around it.",
  techniques: ["AML.T0054", "AML.T0051"],
  variants: {
    "converse-without-guardrail": evade({ form: FORMS.converseClaude, trick: "without-guardrail" }),
    "stream-without-guardrail": evade({ form: FORMS.streamClaude, trick: "without-guardrail" }),
    "converse-stream-homoglyphs": evade({ form: FORMS.converseStreamClaude, trick: homoglyphs }),
    "invoke-base64": evade({ form: FORMS.invokeClaude, trick: base64 }),
    "converse-slow": evade({ form: FORMS.converseNova, trick: "without-guardrail", pace: "slow" }),
  },
};
