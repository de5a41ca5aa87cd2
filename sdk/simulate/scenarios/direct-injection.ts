import type { Scenario } from "../scenario.ts";
import { fullWidth, homoglyphs, mixedCase, zeroWidth } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { isChat } from "./seat.ts";
import { spoken } from "./spoken.ts";
import { DIRECT_INJECTION, INJECTION_GOALS } from "./texts/direct-injection.ts";
import { COMPLIANCE, REFUSALS } from "./texts/jailbreak.ts";
import { filled, worded } from "./wording.ts";

const inject = spoken({
  fits: isChat,
  say: (stage, random) => ({
    prompt: filled(worded(DIRECT_INJECTION, stage, random), { goal: worded(INJECTION_GOALS, stage, random) }),
    answer: worded(random.chance(0.6) ? COMPLIANCE : REFUSALS, stage, random),
  }),
});

/** A user of an application tells its model to forget what it was told. */
export const directInjection: Scenario = {
  id: "direct-injection",
  title: "A user of an application tells its model to forget its instructions.",
  techniques: ["AML.T0051.000", "AML.T0054"],
  variants: {
    "converse-plain": inject({ form: FORMS.converseNova }),
    "stream-mixed-case": inject({ form: FORMS.streamClaude, disguise: mixedCase }),
    "invoke-zero-width": inject({ form: FORMS.invokeClaude, disguise: zeroWidth }),
    "converse-stream-homoglyphs": inject({ form: FORMS.converseStreamClaude, disguise: homoglyphs }),
    "invoke-llama-slow": inject({ form: FORMS.invokeLlama, pace: "slow" }),
    "converse-split-blocks": inject({ form: FORMS.converseStreamNova, blocks: 3 }),
    "converse-full-width": inject({ form: FORMS.converseClaude, disguise: fullWidth }),
  },
};
