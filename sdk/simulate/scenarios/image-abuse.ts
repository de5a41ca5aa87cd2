import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { MODELS, type Model } from "../models.ts";
import { WANTED } from "./attack-models.ts";
import { MINUTE, spread } from "./pace.ts";
import { PICTURES } from "./texts/usage.ts";
import { newUser, takenKey, takenPerson, takenService, type Who } from "./who.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly who: Who;
  readonly model: Model;
  readonly calls: readonly [number, number];
  readonly length: number;
  readonly isVideo?: boolean;
}

/** Whoever resells pictures makes as many as a call gives, four or five, in their hundreds; clips are dearer and fewer. */
const paint =
  ({ who, model, calls, length, isVideo }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const operation = isVideo === true ? "StartAsyncInvoke" : "InvokeModel";
    const times = spread(stage.at, length, random.int(...calls), random);
    return attackOf(
      attackCalls(times, who(stage, random), [{ operation, model }], random, () => ({
        exchange: {
          prompt: worded(PICTURES, stage, random),
          ...(isVideo === true ? { seconds: random.pick([6, 12, 60, 120]) } : { images: random.int(3, 5) }),
        },
        tokens: { input: random.int(8, 60), output: 0 },
      })),
    );
  };

/** Somebody has pictures or clips made in bulk by principals that only ever wrote. */
export const imageAbuse: Scenario = {
  id: "image-abuse",
  title: "Pictures or clips are made in bulk in the name of a principal that never made any.",
  techniques: ["AML.T0034", "AML.T0040"],
  variants: {
    "canvas-service": paint({
      who: takenService,
      model: WANTED.canvas,
      calls: [80, 250],
      length: 50 * MINUTE,
    }),
    "titan-image-key": paint({ who: takenKey, model: MODELS.titanImage, calls: [80, 250], length: HOUR }),
    "reel-person": paint({
      who: takenPerson,
      model: WANTED.reel,
      calls: [20, 60],
      length: HOUR,
      isVideo: true,
    }),
    "canvas-new-user-slow": paint({
      who: newUser,
      model: WANTED.canvas,
      calls: [120, 300],
      length: 10 * HOUR,
    }),
  },
};
