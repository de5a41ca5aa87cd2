import type { Scenario } from "../scenario.ts";
import { blocked } from "./blocked.ts";
import { mixedCase, zeroWidth } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { isGuarded } from "./seat.ts";
import { type Manner, spoken } from "./spoken.ts";

/** Six to twenty-five tries: whoever feels for a limit does not stop at the first no. */
const probe = (manner: Manner, hasTrace = true): ReturnType<ReturnType<typeof spoken>> =>
  spoken({
    fits: isGuarded,
    tries: [6, 25],
    say: (stage, random) => blocked(stage, random, hasTrace),
  })(manner);

/** Somebody feels for what a guardrail lets through, and is blocked again and again. */
export const guardrailProbing: Scenario = {
  id: "guardrail-probing",
  title:
    "Somebody tries one forbidden request after another on a guarded application, and is blocked each time.",
  techniques: ["AML.T0054", "AML.T0051"],
  variants: {
    "converse-traced": probe({ form: FORMS.converseClaude }),
    "converse-stream-untraced": probe({ form: FORMS.converseStreamNova }, false),
    "invoke-mixed-case": probe({ form: FORMS.invokeClaude, disguise: mixedCase }),
    "stream-zero-width": probe({ form: FORMS.streamClaude, disguise: zeroWidth }),
    "converse-slow": probe({ form: FORMS.converseNova, pace: "slow" }),
    "invoke-llama-scattered": probe({ form: FORMS.invokeLlama, isScattered: true }),
  },
};
