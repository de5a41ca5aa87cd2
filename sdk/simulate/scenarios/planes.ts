import type { Action, Actor } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Attack, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import type { Seat } from "./seat.ts";
import { intruder, rootActor, trailOf } from "./trail.ts";
import type { Who } from "./who.ts";

/** What a variant of an attack on the control plane does. */
export interface Move {
  readonly who: Who;
  /** The calls, in their order. */
  readonly actions: (seat: Seat, random: Random, stage: Stage) => readonly Action[];
  /** Whether it is done as the account's root user. */
  readonly isRoot?: boolean;
  /** Least and most seconds between two calls. Default: those of somebody at a keyboard. */
  readonly gap?: readonly [number, number];
}

export const actorOfMove = (
  { isRoot }: Pick<Move, "isRoot">,
  seat: Seat,
  time: number,
  random: Random,
): Actor => (isRoot === true ? rootActor(seat.account, random) : intruder(seat, time, random));

/** An attack that only the control plane sees. */
export const move =
  ({ who, actions, isRoot = false, gap }: Move) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const actor = actorOfMove({ isRoot }, seat, stage.at, random);
    return attackOf([], {
      trail: trailOf(actor, seat.region, stage.at, actions(seat, random, stage), random, gap),
    });
  };

/** Calls by which an intruder looks around. */
export const LOOKING: readonly Action[] = [
  { service: "sts", name: "GetCallerIdentity" },
  { service: "bedrock", name: "ListFoundationModels", request: {} },
  { service: "bedrock", name: "ListGuardrails", request: { maxResults: 50 } },
  { service: "bedrock", name: "GetModelInvocationLoggingConfiguration" },
];
