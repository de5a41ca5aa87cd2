import { HOUR } from "../calendar.ts";
import { deleteLogging, getLogging } from "../control-plane/bedrock-actions.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls, type Detail } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { intruder, trailOf } from "./trail.ts";
import { newUser, takenKey, takenPerson, takenService, type Who } from "./who.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly who: Who;
  readonly forms: readonly Form[];
  readonly calls: readonly [number, number];
  /** Minutes that the burst takes. */
  readonly minutes: number;
  readonly detail?: (random: Random) => Detail;
}

/** The first calls are still logged, until the intruder has found the log and ended it, within an hour or so. */
const hide =
  ({ who, forms, calls, minutes, detail }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const { account, region } = seat;
    const times = spread(stage.at, minutes * MINUTE, random.int(...calls), random);
    const made = attackCalls(times, seat, forms, random, () => ({
      exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      ...detail?.(random),
    }));
    const at = stage.at + minutes * MINUTE + random.int(10, 900) * 1_000;
    const trail = trailOf(
      intruder(seat, at, random),
      region,
      at,
      [getLogging, deleteLogging],
      random,
      [5, 60],
    );
    const from = trail.at(-1)?.time ?? at;
    const to = from + random.int(4, 18) * HOUR;
    return attackOf(made, { trail, silences: [{ account, region, from, to, missing: "records" }] });
  };

const large = (random: Random): Detail => ({
  tokens: { input: random.int(40_000, 120_000), output: random.int(1_000, 4_000) },
  large: true,
});

const refused = (random: Random): Detail =>
  random.chance(0.8) ? { error: random.pick(["AccessDeniedException", "ThrottlingException"]) } : {};

/** A burst of calls, and then no log any more. */
export const burstThenLoggingDeleted: Scenario = {
  id: "burst-then-logging-deleted",
  title: "After a burst of calls the same caller deletes the configuration of the invocation log.",
  techniques: ["AML.T0034", "T1562.008"],
  variants: {
    "flood-by-a-key": hide({ who: takenKey, forms: [FORMS.converseNova], calls: [550, 900], minutes: 45 }),
    "tokens-by-a-service": hide({
      who: takenService,
      forms: [FORMS.converseClaude, FORMS.streamClaude],
      calls: [60, 120],
      minutes: 50,
      detail: large,
    }),
    "errors-by-a-new-user": hide({
      who: newUser,
      forms: [FORMS.invokeOpus, FORMS.converseOpus],
      calls: [60, 150],
      minutes: 12,
      detail: refused,
    }),
    "tokens-by-a-person": hide({
      who: takenPerson,
      forms: [FORMS.converseStreamOpus],
      calls: [60, 120],
      minutes: 40,
      detail: large,
    }),
  },
};
