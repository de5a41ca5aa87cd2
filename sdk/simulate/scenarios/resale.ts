import { HOUR } from "../calendar.ts";
import { user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { spread } from "./pace.ts";
import {
  type Fits,
  isKey,
  isService,
  isUnheard,
  type Seat,
  strangerIn,
  takeOver,
  takeSeveral,
} from "./seat.ts";
import { REFUSALS } from "./texts/jailbreak.ts";
import { NEW_USERS } from "./texts/names.ts";
import { ROLE_PLAY, ROLE_PLAY_ANSWERS } from "./texts/usage.ts";
import { severalWorded, worded } from "./wording.ts";

interface Way {
  readonly who: (stage: Stage, random: Random) => readonly Seat[];
  readonly forms: readonly Form[];
  readonly hours: number;
  /** Calls an hour: a reverse proxy with some dozens of customers at all hours. */
  readonly rate: readonly [number, number];
}

const resell =
  ({ who, forms, hours, rate }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seats = who(stage, random);
    const times = spread(stage.at, hours * HOUR, hours * random.int(...rate), random);
    return attackOf(
      times.map((time) => {
        const isRefused = random.chance(0.08);
        const [prompt, ...earlier] = severalWorded(ROLE_PLAY, stage, random, 1 + 2 * random.int(0, 2));
        return attackCall(time, random.pick(seats), random.pick(forms), random, {
          exchange: {
            ...(prompt !== undefined && { prompt }),
            history: earlier,
            answer: worded(isRefused ? REFUSALS : ROLE_PLAY_ANSWERS, stage, random),
            maxTokens: random.pick([300, 500, 1_000, 4_096]),
            temperature: random.pick([0.9, 1, 1]),
          },
          tokens: { input: random.int(600, 9_000), output: random.int(80, 700) },
        });
      }),
    );
  };

const taken =
  (fits: Fits) =>
  (stage: Stage, random: Random): readonly Seat[] => [takeOver(stage, random, fits)];

/** A stolen key is rented out to people who play roles with the model, day and night. */
export const resale: Scenario = {
  id: "resale",
  title: "A stolen key is rented out: strangers play roles with dear models through it, at all hours.",
  techniques: ["AML.T0012", "AML.T0034", "AML.T0054"],
  variants: {
    "key-stream-claude": resell({
      who: taken(isKey),
      forms: [FORMS.streamClaude],
      hours: 20,
      rate: [12, 40],
    }),
    "key-opus": resell({
      who: taken(isKey),
      forms: [FORMS.invokeOpus, FORMS.converseStreamOpus],
      hours: 8,
      rate: [15, 40],
    }),
    "new-user-claude2": resell({
      who: (stage, random) => [strangerIn(stage, random, user(worded(NEW_USERS, stage, random)))],
      forms: [FORMS.streamClaude2, FORMS.invokeClaude2],
      hours: 12,
      rate: [8, 30],
    }),
    "split-over-services": resell({
      who: (stage, random) => takeSeveral(stage, random, isService, 3),
      forms: [FORMS.converseStreamClaude, FORMS.streamMistral],
      hours: 10,
      rate: [25, 60],
    }),
    "without-bodies": resell({
      who: taken(isUnheard),
      forms: [FORMS.converseOpus, FORMS.streamClaude],
      hours: 20,
      rate: [12, 30],
    }),
  },
};
