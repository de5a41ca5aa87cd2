import type { Scenario } from "../scenario.ts";
import { base64, homoglyphs, mixedCase, upperCase, zeroWidth } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { isAnybody } from "./seat.ts";
import { spoken } from "./spoken.ts";
import { COMPLIANCE, FORBIDDEN, JAILBREAK, REFUSALS } from "./texts/jailbreak.ts";
import { filled, worded } from "./wording.ts";

const attempt = spoken({
  fits: isAnybody,
  tries: [3, 8],
  say: (stage, random) => ({
    prompt: filled(worded(JAILBREAK, stage, random), { ask: worded(FORBIDDEN, stage, random) }),
    answer: worded(random.chance(0.5) ? COMPLIANCE : REFUSALS, stage, random),
    temperature: 1,
  }),
});

/** Somebody gives the model a part to play in which it has no limits. */
export const jailbreak: Scenario = {
  id: "jailbreak",
  title: "Somebody gives a model a part to play in which it has no limits, and asks for what is forbidden.",
  techniques: ["AML.T0054"],
  variants: {
    "converse-plain": attempt({ form: FORMS.converseClaude }),
    "stream-upper-case": attempt({ form: FORMS.streamClaude, disguise: upperCase }),
    "invoke-titan-mixed-case": attempt({ form: FORMS.invokeTitan, disguise: mixedCase }),
    "converse-stream-zero-width": attempt({ form: FORMS.converseStreamClaude, disguise: zeroWidth }),
    "invoke-mistral-homoglyphs": attempt({ form: FORMS.invokeMistral, disguise: homoglyphs }),
    "converse-base64": attempt({ form: FORMS.converseStreamNova, disguise: base64 }),
    "stream-slow": attempt({ form: FORMS.streamClaude, pace: "slow" }),
    "converse-blocks-scattered": attempt({ form: FORMS.converseNova, blocks: 4, isScattered: true }),
  },
};
