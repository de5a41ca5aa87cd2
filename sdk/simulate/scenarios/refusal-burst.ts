import type { Scenario } from "../scenario.ts";
import { forbidden } from "./blocked.ts";
import { upperCase } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { hasSession } from "./seat.ts";
import { spoken } from "./spoken.ts";
import { REFUSALS } from "./texts/jailbreak.ts";
import { worded } from "./wording.ts";

/** Eight to thirty requests that the model itself turns down; some models say so in the stop reason too. */
const persist = spoken({
  fits: hasSession,
  tries: [8, 30],
  say: (stage, random) => ({
    prompt: forbidden(stage, random).prompt,
    answer: worded(REFUSALS, stage, random),
    ...(random.chance(0.3) && { stop: "refusal" }),
  }),
});

/** Somebody goes on asking for what the model refuses. */
export const refusalBurst: Scenario = {
  id: "refusal-burst",
  title: "Somebody asks for one forbidden thing after another, and the model refuses each.",
  techniques: ["AML.T0054"],
  variants: {
    "converse-claude": persist({ form: FORMS.converseClaude }),
    "invoke-titan": persist({ form: FORMS.invokeTitan }),
    "stream-upper-case": persist({ form: FORMS.streamClaude, disguise: upperCase }),
    "converse-stream-slow": persist({ form: FORMS.converseStreamClaude, pace: "slow" }),
    "cohere-scattered": persist({ form: FORMS.invokeCohere, isScattered: true }),
  },
};
