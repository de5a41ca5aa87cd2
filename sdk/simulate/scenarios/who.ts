import { user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../scenario.ts";
import { type Fits, isKey, isPerson, isService, type Seat, strangerIn, takeOver } from "./seat.ts";
import { personIn } from "./stranger.ts";
import { NEW_PEOPLE, NEW_USERS } from "./texts/names.ts";
import { worded } from "./wording.ts";

/** Chooses the principal that an attack is made with. */
export type Who = (stage: Stage, random: Random) => Seat;

export const taken =
  (fits: Fits): Who =>
  (stage, random) =>
    takeOver(stage, random, fits);

export const takenPerson = taken(isPerson);
export const takenKey = taken(isKey);
export const takenService = taken(isService);

/** An IAM user that nobody has seen, in an account of the company. */
export const newUser: Who = (stage, random) =>
  strangerIn(stage, random, user(worded(NEW_USERS, stage, random)));

/** A person whom nobody has seen, with a permission set of their own. */
export const newPerson: Who = (stage, random) => personIn(stage, random, worded(NEW_PEOPLE, stage, random));
