import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { type Fits, isKey, isPerson, isService, isUnheard, takeOver, takeSeveral } from "./seat.ts";
import { GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly forms: readonly Form[];
  readonly errors: readonly string[];
  readonly length: number;
  readonly calls: readonly [number, number];
  readonly hands?: number;
  readonly bodies?: "inline";
}

/** A script that goes on although it is refused: from one call in twenty seconds to several in a second. */
const spike =
  ({ fits, forms, errors, length, calls, hands = 1, bodies }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seats = hands === 1 ? [takeOver(stage, random, fits)] : takeSeveral(stage, random, fits, hands);
    const times = spread(stage.at, length, random.int(...calls), random);
    const made = times.map((time) =>
      attackCall(time, random.pick(seats), random.pick(forms), random, {
        exchange: { prompt: worded(GENERIC, stage, random) },
        error: random.pick(errors),
        ...(bodies && { bodies }),
      }),
    );
    const blended = seats.flatMap((seat) => ordinaryCalls(spread(stage.at, length, 3, random), seat, random));
    return attackOf(made, { blended });
  };

/** One principal fails again and again. */
export const errorSpike: Scenario = {
  id: "error-spike",
  title:
    "Calls in the name of one principal fail again and again, since its key may not do what it is used for.",
  techniques: ["AML.T0040"],
  variants: {
    "denied-converse": spike({
      fits: isService,
      forms: [FORMS.converseOpus],
      errors: ["AccessDeniedException"],
      length: 8 * MINUTE,
      calls: [40, 160],
    }),
    "mixed-key": spike({
      fits: isKey,
      forms: [FORMS.invokeClaude, FORMS.invokeLlama, FORMS.streamClaude],
      errors: ["AccessDeniedException", "ValidationException", "ResourceNotFoundException"],
      length: 15 * MINUTE,
      calls: [40, 120],
    }),
    "person-with-bodies": spike({
      fits: isPerson,
      forms: [FORMS.converseClaude, FORMS.converseStreamNova],
      errors: ["AccessDeniedException", "ResourceNotFoundException"],
      length: 10 * MINUTE,
      calls: [30, 90],
      bodies: "inline",
    }),
    "slow-over-hours": spike({
      fits: isService,
      forms: [FORMS.invokeMistral, FORMS.converseClaude],
      errors: ["AccessDeniedException", "AccessDeniedException", "ValidationException"],
      length: 6 * HOUR,
      calls: [150, 300],
    }),
    "split-over-services": spike({
      fits: isService,
      forms: [FORMS.invokeOpus, FORMS.converseOpus],
      errors: ["AccessDeniedException"],
      length: 12 * MINUTE,
      calls: [90, 240],
      hands: 3,
    }),
    "where-there-are-no-bodies": spike({
      fits: isUnheard,
      forms: [FORMS.converseNova, FORMS.invokeOpus],
      errors: ["AccessDeniedException", "ResourceNotFoundException"],
      length: 10 * MINUTE,
      calls: [40, 120],
    }),
  },
};
