import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, seatOf, takeOverFor } from "./seat.ts";
import { digits } from "./secret.ts";
import { ANSWERS, DOCUMENTS_OF_EXTRACTION, EXTRACTION } from "./texts/usage.ts";
import { filled, worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly form: Form;
  readonly length: number;
  readonly calls: readonly [number, number];
  readonly isScattered?: boolean;
}

/**
 * One question, asked hundreds of times with another text in it each time. Distillation of a narrow task takes some
 * hundreds to some thousands of answers; the lower end is taken here.
 */
const extract =
  ({ fits, form, length, calls, isScattered }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const found = takeOverFor(stage, random, form, fits);
    const question = worded(EXTRACTION, stage, random);
    return attackOf(
      spread(stage.at, length, random.int(...calls), random).map((time) => {
        const seat = isScattered === true ? seatOf(found.seat.workload, random) : found.seat;
        const text = filled(worded(DOCUMENTS_OF_EXTRACTION, stage, random), { number: digits(4, random) });
        return attackCall(time, seat, found.form, random, {
          exchange: {
            prompt: filled(question, { text }),
            answer: worded(ANSWERS, stage, random),
            temperature: 0,
          },
        });
      }),
    );
  };

/** Somebody copies what a model knows by asking the same question over and over. */
export const extraction: Scenario = {
  id: "extraction",
  title: "Somebody copies what a model does by asking one question hundreds of times with other texts in it.",
  techniques: ["AML.T0024", "AML.T0040"],
  variants: {
    "converse-key": extract({
      fits: isKey,
      form: FORMS.converseNova,
      length: 50 * MINUTE,
      calls: [520, 900],
    }),
    "invoke-titan": extract({ fits: isKey, form: FORMS.invokeTitan, length: HOUR, calls: [520, 800] }),
    "stream-person": extract({
      fits: isPerson,
      form: FORMS.streamClaude,
      length: 45 * MINUTE,
      calls: [520, 800],
    }),
    "scattered-sessions": extract({
      fits: isService,
      form: FORMS.converseStreamClaude,
      length: 55 * MINUTE,
      calls: [520, 900],
      isScattered: true,
    }),
    "slow-converse": extract({
      fits: isPerson,
      form: FORMS.converseClaude,
      length: 5 * HOUR,
      calls: [700, 1_200],
    }),
  },
};
