import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, isUnheard, seatOf, takeOverFor } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly form: Form;
  readonly length: number;
  /** Least and most calls. A script without a pause makes ten a minute and more. */
  readonly calls: readonly [number, number];
  /** Whether each call has a session of its own. */
  readonly isScattered?: boolean;
}

const flood =
  ({ fits, form, length, calls, isScattered }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const found = takeOverFor(stage, random, form, fits);
    return attackOf(
      spread(stage.at, length, random.int(...calls), random).map((time) => {
        const seat = isScattered === true ? seatOf(found.seat.workload, random) : found.seat;
        return attackCall(time, seat, found.form, random, {
          exchange: {
            prompt: worded(GENERIC, stage, random),
            answer: worded(ANSWERS, stage, random),
            maxTokens: 256,
          },
        });
      }),
    );
  };

/** A principal that makes some calls an hour makes a thousand. */
export const requestFlood: Scenario = {
  id: "request-flood",
  title: "A principal that makes some calls an hour makes a thousand.",
  techniques: ["AML.T0029", "AML.T0040"],
  variants: {
    "key-converse": flood({
      fits: isKey,
      form: FORMS.converseNova,
      length: 45 * MINUTE,
      calls: [600, 1_200],
    }),
    "service-stream": flood({
      fits: isService,
      form: FORMS.streamClaude,
      length: 40 * MINUTE,
      calls: [550, 1_000],
    }),
    "person-converse": flood({ fits: isPerson, form: FORMS.converseClaude, length: HOUR, calls: [550, 900] }),
    "split-over-sessions": flood({
      fits: isService,
      form: FORMS.converseStreamClaude,
      length: 50 * MINUTE,
      calls: [600, 1_100],
      isScattered: true,
    }),
    "without-bodies": flood({
      fits: isUnheard,
      form: FORMS.converseClaude,
      length: 45 * MINUTE,
      calls: [550, 900],
    }),
  },
};
