import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, attackCalls } from "./attack-call.ts";
import { CATALOGUE } from "./attack-models.ts";
import type { Operation } from "../invocation-record.ts";
import { MINUTE, spread } from "./pace.ts";
import { isUnheard } from "./seat.ts";
import { ANSWERS, GENERIC, KEY_TESTS } from "./texts/usage.ts";
import { newUser, taken, takenKey, takenService, type Who } from "./who.ts";
import { shuffled, worded } from "./wording.ts";

interface Way {
  readonly who: Who;
  readonly operation: Operation;
  readonly length: number;
  readonly bodies?: "inline";
}

/** Four to twelve models are refused before one is found that answers, which is then used at once. */
const enumerate =
  ({ who, operation, length, bodies }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const [open = CATALOGUE[0], ...closed] = shuffled(CATALOGUE, random).slice(0, random.int(5, 13));
    const times = spread(stage.at, length, closed.length, random);
    const tries = closed.map((model, at) =>
      attackCall(times[at] ?? stage.at, seat, { operation, model }, random, {
        exchange: { prompt: worded(KEY_TESTS, stage, random), maxTokens: 16 },
        error: random.chance(0.8) ? "AccessDeniedException" : "ResourceNotFoundException",
        ...(bodies && { bodies }),
      }),
    );
    if (open === undefined) return attackOf(tries);
    const from = (times.at(-1) ?? stage.at) + random.int(5, 120) * 1_000;
    const uses = attackCalls(
      spread(from, 15 * MINUTE, random.int(4, 30), random),
      seat,
      [{ operation, model: open }],
      random,
      () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      }),
    );
    return attackOf([...tries, ...uses]);
  };

/** One model after another is refused, until one answers. */
export const enumerateThenSuccess: Scenario = {
  id: "enumerate-then-success",
  title: "A caller is refused by one model after another until one answers, and then goes on with that one.",
  techniques: ["AML.T0040", "AML.T0012"],
  variants: {
    "known-key-invoke": enumerate({ who: takenKey, operation: "InvokeModel", length: 5 * MINUTE }),
    "new-user-converse": enumerate({
      who: newUser,
      operation: "Converse",
      length: 10 * MINUTE,
      bodies: "inline",
    }),
    "service-stream": enumerate({
      who: takenService,
      operation: "InvokeModelWithResponseStream",
      length: 4 * MINUTE,
    }),
    "without-bodies": enumerate({ who: taken(isUnheard), operation: "Converse", length: 8 * MINUTE }),
    "over-an-hour": enumerate({ who: takenKey, operation: "ConverseStream", length: HOUR }),
  },
};
