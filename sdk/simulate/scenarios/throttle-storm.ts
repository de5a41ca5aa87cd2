import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isService, isUnheard, takeOver, takeSeveral } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly form: Form;
  readonly length: number;
  /** Calls a minute. Quotas are some dozens to some hundreds of requests a minute and model. */
  readonly rate: readonly [number, number];
  readonly hands?: number;
  /** The share of calls that still succeed. */
  readonly through: number;
}

const ERRORS = [
  "ThrottlingException",
  "ThrottlingException",
  "ThrottlingException",
  "ServiceQuotaExceededException",
];

/** Somebody sends more than the account may, so that what others send is refused too. */
const storm =
  ({ fits, form, length, rate, hands = 1, through }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seats = hands === 1 ? [takeOver(stage, random, fits)] : takeSeveral(stage, random, fits, hands);
    const count = Math.round((random.int(...rate) * length) / MINUTE);
    const times = spread(stage.at, length, count, random);
    return attackOf(
      times.map((time) =>
        attackCall(time, random.pick(seats), form, random, {
          exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
          ...(!random.chance(through) && { error: random.pick(ERRORS) }),
        }),
      ),
    );
  };

/** The quota of a model is used up on purpose. */
export const throttleStorm: Scenario = {
  id: "throttle-storm",
  title: "Somebody sends so many calls that the model's quota is gone and calls are throttled.",
  techniques: ["AML.T0029"],
  variants: {
    "service-converse": storm({
      fits: isService,
      form: FORMS.converseClaude,
      length: 12 * MINUTE,
      rate: [15, 40],
      through: 0.2,
    }),
    "key-invoke": storm({
      fits: isKey,
      form: FORMS.invokeMistral,
      length: 8 * MINUTE,
      rate: [20, 50],
      through: 0.1,
    }),
    "split-stream": storm({
      fits: isService,
      form: FORMS.streamClaude,
      length: 15 * MINUTE,
      rate: [15, 40],
      hands: 3,
      through: 0.15,
    }),
    "hours-of-it": storm({
      fits: isService,
      form: FORMS.converseNova,
      length: 2 * HOUR,
      rate: [5, 9],
      through: 0.3,
    }),
    "without-bodies": storm({
      fits: isUnheard,
      form: FORMS.converseClaude,
      length: 10 * MINUTE,
      rate: [15, 40],
      through: 0.2,
    }),
  },
};
