import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { mixedCase } from "./disguise.ts";
import { FORMS } from "./form.ts";
import { isChat } from "./seat.ts";
import { codeWord } from "./secret.ts";
import { type Manner, spoken } from "./spoken.ts";
import { PROMPT_LEAK, SYSTEM_TEXTS } from "./texts/harvest.ts";
import { REFUSALS } from "./texts/jailbreak.ts";
import { filled, worded } from "./wording.ts";

/** How a model begins when it gives its instructions away. */
const OPENINGS = [
  "",
  "Of course. ",
  "My instructions are as follows:\n",
  "```\n",
  "Here is the text above:\n\n",
];

/** Two to eight questions, of which some are answered with the instructions themselves. */
const leak =
  (manner: Manner) =>
  (stage: Stage, random: Random): Attack => {
    const system = filled(worded(SYSTEM_TEXTS, stage, random), { code: codeWord(random) });
    let asked = 0;
    const made = spoken({
      fits: isChat,
      tries: [2, 8],
      say: () => {
        asked += 1;
        const gives = asked === 2 || random.chance(0.4);
        return {
          prompt: worded(PROMPT_LEAK, stage, random),
          system,
          answer: gives ? `${random.pick(OPENINGS)}${system}` : worded(REFUSALS, stage, random),
        };
      },
    })(manner)(stage, random);
    return { ...made, planted: [system, ...(made.planted ?? [])] };
  };

/** A model gives away what its application tells it in secret. */
export const promptLeak: Scenario = {
  id: "prompt-leak",
  title: "Somebody asks an application for its secret instructions until the model gives them away.",
  techniques: ["AML.T0056"],
  variants: {
    "converse-stream": leak({ form: FORMS.converseStreamClaude }),
    "converse-nova-blocks": leak({ form: FORMS.converseNova, blocks: 2 }),
    "invoke-claude-mixed-case": leak({ form: FORMS.invokeClaude, disguise: mixedCase }),
    "stream-small-chunks": leak({ form: FORMS.streamClaude, chunk: 7 }),
    "converse-slow": leak({ form: FORMS.converseStreamNova, pace: "slow" }),
  },
};
