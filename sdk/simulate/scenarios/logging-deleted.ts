import { HOUR } from "../calendar.ts";
import { deleteLogging, getLogging } from "../control-plane/bedrock-actions.ts";
import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { actorOfMove, LOOKING } from "./planes.ts";
import { trailOf } from "./trail.ts";
import { newUser, takenKey, takenPerson, takenService, type Who } from "./who.ts";

/** Hours until somebody sees it and puts it right. */
const AWAY = [3, 20] as const;

const erase =
  (who: Who, before: readonly Action[], isRoot = false) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const { account, region } = seat;
    const actor = actorOfMove({ isRoot }, seat, stage.at, random);
    const trail = trailOf(actor, region, stage.at, [...before, deleteLogging, getLogging], random);
    const from = trail.at(-2)?.time ?? stage.at;
    const to = from + random.int(...AWAY) * HOUR;
    return attackOf([], { trail, silences: [{ account, region, from, to, missing: "records" }] });
  };

/** Somebody deletes the configuration that invocations are logged with, and the log ends. */
export const loggingDeleted: Scenario = {
  id: "logging-deleted",
  title: "Somebody deletes the configuration of the invocation log, and the log of the region ends.",
  techniques: ["AML.T0012", "T1562.008"],
  variants: {
    "stolen-person": erase(takenPerson, [getLogging]),
    "long-term-key-after-a-look": erase(takenKey, LOOKING),
    "new-user": erase(newUser, LOOKING),
    "service-session": erase(takenService, []),
    root: erase(takenService, [getLogging], true),
  },
};
