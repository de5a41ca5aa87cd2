import { getAvailability, openModel } from "../control-plane/bedrock-actions.ts";
import { denied } from "../control-plane/everyday-actions.ts";
import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { WANTED } from "./attack-models.ts";
import { MINUTE, spread } from "./pace.ts";
import { move } from "./planes.ts";
import { KEY_TESTS } from "./texts/usage.ts";
import { intruder, trailOf } from "./trail.ts";
import { newPerson, newUser, takenKey, takenPerson, type Who } from "./who.ts";
import { shuffled, worded } from "./wording.ts";

const DEAR = [WANTED.opus3, WANTED.sonnet35, WANTED.llamaHuge, WANTED.commandR, WANTED.canvas];

const open = (random: Random, count: number): readonly Action[] =>
  shuffled(DEAR, random)
    .slice(0, count)
    .flatMap(({ id }) => openModel(id));

/** The model is opened, asked for again and again until it is there, and tried. */
const openAndTry =
  (who: Who) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const model = WANTED.opus3;
    const waiting = Array.from({ length: random.int(3, 8) }, () => getAvailability(model.id));
    const actor = intruder(seat, stage.at, random);
    const trail = trailOf(
      actor,
      seat.region,
      stage.at,
      [...openModel(model.id), ...waiting],
      random,
      [2, 30],
    );
    const from = (trail.at(-1)?.time ?? stage.at) + 5_000;
    const calls = attackCalls(
      spread(from, 10 * MINUTE, random.int(1, 6), random),
      seat,
      [{ operation: "InvokeModel", model }],
      random,
      () => ({ exchange: { prompt: worded(KEY_TESTS, stage, random), answer: "Hello!", maxTokens: 32 } }),
    );
    return attackOf(calls, { trail });
  };

/** Somebody opens models to an account that the company did not ask for. */
export const modelAccessEnabled: Scenario = {
  id: "model-access-enabled",
  title: "Somebody opens dear models to an account, so as to use them.",
  techniques: ["AML.T0012", "T1098"],
  variants: {
    "stolen-person-one": move({ who: takenPerson, actions: (_seat, random) => open(random, 1) }),
    "long-term-key-many": move({ who: takenKey, actions: (_seat, random) => open(random, 4), gap: [1, 6] }),
    "new-user-denied-first": move({
      who: newUser,
      actions: (_seat, random) => [...open(random, 1).map(denied), ...open(random, 2)],
    }),
    "long-term-key-then-calls": openAndTry(takenKey),
    "new-person-then-calls": openAndTry(newPerson),
  },
};
