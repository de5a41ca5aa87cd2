import type { Operation } from "../invocation-record.ts";
import { type Principal, role, user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { HOUR } from "../calendar.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isAnybody, isUnheard, type Seat, strangerIn } from "./seat.ts";
import { personIn } from "./stranger.ts";
import { NEW_PEOPLE, NEW_ROLES, NEW_USERS } from "./texts/names.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

/** Least and most calls, and the time that they take. First use of a find is short and curious: minutes to a day. */
interface Use {
  readonly calls: readonly [number, number];
  readonly length: number;
}

const AN_HOUR: Use = { calls: [12, 40], length: HOUR };
const A_DAY: Use = { calls: [18, 50], length: 20 * HOUR };
const MINUTES: Use = { calls: [8, 20], length: 12 * MINUTE };

const use =
  (who: (stage: Stage, random: Random) => Seat, forms: readonly Form[], { calls, length }: Use) =>
  (stage: Stage, random: Random): Attack => {
    const times = spread(stage.at, length, random.int(...calls), random);
    return attackOf(
      attackCalls(times, who(stage, random), forms, random, () => ({
        exchange: {
          prompt: worded(GENERIC, stage, random),
          answer: worded(ANSWERS, stage, random),
          maxTokens: random.pick([256, 1_024, 2_048, 4_096]),
        },
      })),
    );
  };

const as =
  (principal: (stage: Stage, random: Random) => Principal, fits: Fits = isAnybody) =>
  (stage: Stage, random: Random): Seat =>
    strangerIn(stage, random, principal(stage, random), fits);

/** Long-term keys of Bedrock belong to users of this name (AWS makes them so). */
const apiKey = as((_stage, random) => user(`BedrockAPIKey-${random.hex(4)}`));
const newUser = as((stage, random) => user(worded(NEW_USERS, stage, random)));
const newRole = as((stage, random) => role(worded(NEW_ROLES, stage, random)));

const only = (operation: Operation): readonly Form[] =>
  Object.values(FORMS).filter((form) => form.operation === operation);

/** Somebody calls models whom nobody has seen calling any. */
export const unknownPrincipal: Scenario = {
  id: "unknown-principal",
  title: "Somebody calls models whom nobody has seen calling any.",
  techniques: ["AML.T0012", "AML.T0040"],
  variants: {
    "api-key-converse": use(apiKey, [FORMS.converseClaude, FORMS.converseStreamClaude], AN_HOUR),
    "user-invoke-mixed": use(newUser, [FORMS.invokeOpus, FORMS.invokeLlama, FORMS.invokeMistral], AN_HOUR),
    "role-stream-slow": use(newRole, only("InvokeModelWithResponseStream"), A_DAY),
    "person-converse": use(
      (stage, random) => personIn(stage, random, worded(NEW_PEOPLE, stage, random)),
      [FORMS.converseOpus, FORMS.converseClaude],
      AN_HOUR,
    ),
    "user-cohere-minutes": use(newUser, [FORMS.invokeCohere, FORMS.streamCohere], MINUTES),
    "role-without-bodies": use(
      as((stage, random) => role(worded(NEW_ROLES, stage, random), "function"), isUnheard),
      [FORMS.converseNova, FORMS.invokeNova],
      AN_HOUR,
    ),
  },
};
