import { HOUR } from "../calendar.ts";
import { getLogging } from "../control-plane/bedrock-actions.ts";
import { denied } from "../control-plane/everyday-actions.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { CHECKED_REGIONS } from "./key-checker.ts";
import { MINUTE, paced, spread } from "./pace.ts";
import { type Fits, isKey, isService, takeOver } from "./seat.ts";
import { ROLE_PLAY, ROLE_PLAY_ANSWERS } from "./texts/usage.ts";
import { intruder, trailOf } from "./trail.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly fits: Fits;
  readonly check: Form;
  readonly use: readonly Form[];
  /** From the check to the first use. Keys change hands before they are used: minutes to some hours. */
  readonly pause: readonly [number, number];
  /** How long it is used that day. */
  readonly length: number;
  readonly bodies?: "inline";
}

/** The checker's loop over regions, then calls by whoever bought the key. */
const leak =
  ({ fits, check, use, pause, length, bodies }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seat = takeOver(stage, random, fits);
    const regions = CHECKED_REGIONS.slice(0, random.int(3, CHECKED_REGIONS.length));
    const checked = paced(stage.at, regions.length, [1, 6], random);
    const checks = regions.map((region, at) =>
      attackCall(checked[at] ?? stage.at, { ...seat, region }, check, random, {
        exchange: { prompt: "\n\nHuman:\n\nAssistant:", maxTokens: -1 },
        error: random.chance(0.6) ? "ValidationException" : "AccessDeniedException",
        ...(bodies && { bodies }),
      }),
    );
    const over = checked.at(-1) ?? stage.at;
    const used = spread(over + random.int(...pause) * MINUTE, length, random.int(30, 120), random);
    const uses = used.map((time) =>
      attackCall(time, seat, random.pick(use), random, {
        exchange: {
          prompt: worded(ROLE_PLAY, stage, random),
          answer: worded(ROLE_PLAY_ANSWERS, stage, random),
          maxTokens: random.pick([300, 800, 4_096]),
          temperature: 1,
        },
      }),
    );
    const trail = trailOf(
      intruder(seat, stage.at, random),
      seat.region,
      over + 3_000,
      [denied(getLogging)],
      random,
    );
    return attackOf([...checks, ...uses], { trail });
  };

/** A key leaks, is checked, sold and used. */
export const leakedKey: Scenario = {
  id: "leaked-key",
  title: "A known key is checked in one region after another, and then used by somebody else.",
  techniques: ["AML.T0012", "AML.T0040", "AML.T0034"],
  variants: {
    "claude2-then-streams": leak({
      fits: isKey,
      check: FORMS.invokeClaude2,
      use: [FORMS.streamClaude],
      pause: [5, 30],
      length: 2 * HOUR,
      bodies: "inline",
    }),
    "converse-then-opus": leak({
      fits: isKey,
      check: FORMS.converseHaiku,
      use: [FORMS.converseOpus, FORMS.converseStreamOpus],
      pause: [10, 90],
      length: 3 * HOUR,
      bodies: "inline",
    }),
    "without-bodies-later": leak({
      fits: isKey,
      check: FORMS.invokeClaude,
      use: [FORMS.invokeSonnet, FORMS.streamClaude],
      pause: [120, 300],
      length: 6 * HOUR,
    }),
    "service-session": leak({
      fits: isService,
      check: FORMS.invokeClaude,
      use: [FORMS.streamLlama, FORMS.streamMistral],
      pause: [2, 15],
      length: HOUR,
    }),
  },
};
