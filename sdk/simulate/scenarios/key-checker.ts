import { HOUR } from "../calendar.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, paced, spread } from "./pace.ts";
import { KEY_TESTS } from "./texts/usage.ts";
import { newUser, takenKey, takenPerson, type Who } from "./who.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly who: Who;
  readonly forms: readonly Form[];
  /** Whether the log keeps the requests of failed calls. */
  readonly bodies?: "inline";
  readonly length?: number;
}

/** Regions that public key checkers go through. */
export const CHECKED_REGIONS = [
  "us-east-1",
  "us-west-2",
  "eu-central-1",
  "eu-west-3",
  "ap-northeast-1",
  "ap-southeast-2",
];

/** A request that a good key gets a ValidationException for, and a bad one a refusal. */
const impossible = (stage: Stage, random: Random): Exchange => ({
  prompt: random.chance(0.5) ? "\n\nHuman:\n\nAssistant:" : worded(KEY_TESTS, stage, random),
  maxTokens: random.pick([-1, -1, 0]),
});

/** One pass over two to six regions, several models in each; a pass takes seconds, as nobody waits for an answer. */
const check =
  ({ who, forms, bodies, length }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const regions = [seat.region, ...CHECKED_REGIONS.filter((region) => region !== seat.region)];
    const tried = regions.slice(0, random.int(2, 6));
    const tries = tried.flatMap((region) =>
      forms
        .concat(forms)
        .slice(0, random.int(2, 4))
        .map((form) => ({ region, form })),
    );
    const times =
      length === undefined
        ? paced(stage.at, tries.length, [0, 5], random)
        : spread(stage.at, length, tries.length, random);
    return attackOf(
      tries.map(({ region, form }, at) =>
        attackCall(times[at] ?? stage.at, { ...seat, region }, form, random, {
          exchange: impossible(stage, random),
          error: random.chance(0.85) ? "ValidationException" : "AccessDeniedException",
          ...(bodies && { bodies }),
        }),
      ),
    );
  };

/** A leaked key is tested with requests that cannot succeed. */
export const keyChecker: Scenario = {
  id: "key-checker",
  title: "A leaked key is tested with requests that cannot succeed, whose errors tell whether it is good.",
  techniques: ["AML.T0012", "AML.T0040"],
  variants: {
    "claude2-minus-one": check({ who: takenKey, forms: [FORMS.invokeClaude2], bodies: "inline" }),
    "messages-minus-one": check({
      who: newUser,
      forms: [FORMS.invokeClaude, FORMS.invokeSonnet],
      bodies: "inline",
    }),
    "converse-minus-one": check({
      who: takenPerson,
      forms: [FORMS.converseClaude, FORMS.converseNova],
      bodies: "inline",
      length: 4 * MINUTE,
    }),
    "without-bodies": check({ who: takenKey, forms: [FORMS.invokeClaude2, FORMS.invokeClaude] }),
    "slow-titan-llama": check({
      who: takenKey,
      forms: [FORMS.invokeTitan, FORMS.invokeLlama],
      bodies: "inline",
      length: 5 * HOUR,
    }),
  },
};
