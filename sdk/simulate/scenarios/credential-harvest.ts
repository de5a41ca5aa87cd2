import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Scenario, Stage } from "../scenario.ts";
import { mixedCase, zeroWidth } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { hasSession } from "./seat.ts";
import { type Manner, spoken } from "./spoken.ts";
import { HARVEST } from "./texts/harvest.ts";
import { REFUSALS } from "./texts/jailbreak.ts";
import { ANSWERS } from "./texts/usage.ts";
import { worded } from "./wording.ts";

const METADATA = "http://169.254.169.254/latest/meta-data/iam/security-credentials/";

/** A question for credentials; where there is a tool for it, the model may go and look. */
const ask =
  (hasTool: boolean) =>
  (stage: Stage, random: Random): Exchange => ({
    prompt: worded(HARVEST, stage, random),
    answer: worded(random.chance(0.5) ? ANSWERS : REFUSALS, stage, random),
    ...(hasTool && { offered: ["http_get"] }),
    ...(hasTool && random.chance(0.5) && { toolCalls: [{ name: "http_get", input: { url: METADATA } }] }),
  });

const harvest = (manner: Manner, hasTool = false): ReturnType<ReturnType<typeof spoken>> =>
  spoken({ fits: hasSession, tries: [3, 8], say: ask(hasTool) })(manner);

/** Somebody wants the credentials of the machine that a model works on. */
export const credentialHarvest: Scenario = {
  id: "credential-harvest",
  title: "Somebody asks a model for the credentials of its machine or for what the metadata service says.",
  techniques: ["AML.T0055", "AML.T0053"],
  variants: {
    "converse-tool": harvest({ form: FORMS.converseStreamClaude }, true),
    "invoke-plain": harvest({ form: FORMS.invokeClaude }),
    "stream-tool": harvest({ form: FORMS.streamClaude, chunk: 8 }, true),
    "converse-nova-mixed-case": harvest({ form: FORMS.converseNova, disguise: mixedCase }),
    "titan-zero-width": harvest({ form: FORMS.invokeTitan, disguise: zeroWidth }),
    "cohere-slow": harvest({ form: FORMS.invokeCohere, pace: "slow" }, true),
  },
};
