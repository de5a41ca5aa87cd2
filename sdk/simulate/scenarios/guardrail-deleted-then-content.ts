import { deleteGuardrail } from "../control-plane/bedrock-actions.ts";
import { guardrailOf } from "../render/index.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall } from "./attack-call.ts";
import { blocked, forbidden } from "./blocked.ts";
import { FORMS, type Form } from "./form.ts";
import { HOUR } from "../calendar.ts";
import { MINUTE, paced, spread } from "./pace.ts";
import { hasSession, isGuarded, isPerson, seatOf, takeOverFor } from "./seat.ts";
import { COMPLIANCE } from "./texts/jailbreak.ts";
import { intruder, trailOf } from "./trail.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly form: Form;
  /** Who deletes: the session that is blocked itself, or a person of the same account. */
  readonly by: "self" | "person";
  readonly pace?: "slow";
}

/** Two to six blocked requests, the guardrail goes, and five to twenty requests of the same kind are answered. */
const clear =
  ({ form, by, pace }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const { seat, form: used } = takeOverFor(stage, random, form, by === "self" ? hasSession : isGuarded);
    const tries = paced(stage.at, random.int(2, 6), [20, 120], random).map((time) =>
      attackCall(time, seat, used, random, { exchange: blocked(stage, random) }),
    );
    const at = (tries.at(-1)?.time ?? stage.at) + random.int(3, 25) * MINUTE;
    const person = stage.workloads.find((one) => isPerson(one) && one.account === seat.account);
    const deleter = by === "person" && person ? { ...seatOf(person, random), region: seat.region } : seat;
    const id = guardrailOf(seat.account);
    const trail = trailOf(intruder(deleter, at, random), seat.region, at, [deleteGuardrail(id)], random);
    const count = random.int(5, 20);
    const from = at + random.int(1, 10) * MINUTE;
    const times =
      pace === "slow" ? spread(from, 6 * HOUR, count, random) : paced(from, count, [15, 150], random);
    const through = times.map((time) =>
      attackCall(time, seat, used, random, {
        exchange: { prompt: forbidden(stage, random).prompt, answer: worded(COMPLIANCE, stage, random) },
      }),
    );
    return attackOf([...tries, ...through], { trail });
  };

/** The guardrail goes, and what it blocked comes. */
export const guardrailDeletedThenContent: Scenario = {
  id: "guardrail-deleted-then-content",
  title: "A guardrail is deleted, and then requests are answered that it would have blocked.",
  techniques: ["AML.T0054", "T1562.001"],
  variants: {
    "converse-by-a-person": clear({ form: FORMS.converseStreamClaude, by: "person" }),
    "invoke-by-the-same": clear({ form: FORMS.invokeClaude, by: "self" }),
    "stream-by-the-same": clear({ form: FORMS.streamClaude, by: "self" }),
    "converse-nova-slow": clear({ form: FORMS.converseNova, by: "person", pace: "slow" }),
  },
};
