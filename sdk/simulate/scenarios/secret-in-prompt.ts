import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { FORMS } from "./form.ts";
import { isAnybody } from "./seat.ts";
import type { SECRETS } from "./secret.ts";
import { withSecrets } from "./secret-speech.ts";
import type { Manner } from "./spoken.ts";
import { SECRET_PROMPTS } from "./texts/secrets.ts";
import { ANSWERS } from "./texts/usage.ts";
import { filled, worded } from "./wording.ts";

type Kind = keyof typeof SECRETS;

/** Somebody pastes one or two secrets, once or in a few calls about the same thing. */
const paste = (kinds: readonly Kind[], manner: Manner): ((stage: Stage, random: Random) => Attack) =>
  withSecrets(kinds, manner, { fits: isAnybody, tries: [1, 3] }, (secret, stage, random) => ({
    prompt: filled(worded(SECRET_PROMPTS, stage, random), { secret }),
    answer: worded(ANSWERS, stage, random),
  }));

/** A secret goes into a prompt, and so to the model, the log and whoever reads it. */
export const secretInPrompt: Scenario = {
  id: "secret-in-prompt",
  title: "Somebody puts a secret into a prompt.",
  techniques: ["AML.T0055", "AML.T0057"],
  variants: {
    "access-key-converse": paste(["accessKey", "sessionKey"], { form: FORMS.converseClaude }),
    "git-token-invoke": paste(["gitHub", "gitHubFine", "gitLab"], { form: FORMS.invokeTitan }),
    "private-key-stream": paste(["privateKey"], { form: FORMS.streamClaude }),
    "bedrock-key-converse": paste(["bedrockKey"], { form: FORMS.converseNova }),
    "chat-token-blocks": paste(["slack", "anthropic", "google"], {
      form: FORMS.converseStreamClaude,
      blocks: 2,
    }),
    "web-token-llama": paste(["jwt", "accessKey"], { form: FORMS.invokeLlama }),
  },
};
