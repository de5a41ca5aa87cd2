import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { newUser, takenKey, takenService, type Who } from "./who.ts";
import { shuffled, worded } from "./wording.ts";

/** Regions in which Bedrock has the models that are asked for. */
const REGIONS = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "eu-central-1",
  "eu-west-1",
  "eu-west-3",
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-2",
  "ca-central-1",
  "sa-east-1",
];

/** Four to eight regions, to get at the quota of each; in some the model is not there. */
const hop =
  (who: Who, forms: readonly Form[], length: number) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const regions = shuffled(REGIONS, random).slice(0, random.int(4, 8));
    const count = regions.length * random.int(3, 10);
    return attackOf(
      spread(stage.at, length, count, random).map((time, at) => {
        const region = regions[at % regions.length] ?? seat.region;
        return attackCall(time, { ...seat, region }, random.pick(forms), random, {
          exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
          ...(random.chance(0.25) && {
            error: random.pick(["AccessDeniedException", "ThrottlingException"]),
          }),
        });
      }),
    );
  };

/** One principal calls from region to region. */
export const regionHopping: Scenario = {
  id: "region-hopping",
  title: "A principal of one region calls models in many, to use the quota of each.",
  techniques: ["AML.T0040", "AML.T0034"],
  variants: {
    "key-converse": hop(takenKey, [FORMS.converseHaiku, FORMS.converseClaude], 30 * MINUTE),
    "service-invoke": hop(takenService, [FORMS.invokeClaude, FORMS.invokeMistral], 50 * MINUTE),
    "new-user-stream": hop(newUser, [FORMS.streamClaude], 20 * MINUTE),
    "key-slow": hop(takenKey, [FORMS.converseStreamNova, FORMS.invokeTitan], 7 * HOUR),
  },
};
