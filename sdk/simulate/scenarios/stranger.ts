import type { Random } from "../random.ts";
import type { Stage } from "../scenario.ts";
import { isAnybody, type Seat, takeOver } from "./seat.ts";

/** Somebody signed in through IAM Identity Center, with a permission set of their own: `SET/NAME`. */
export function personIn(stage: Stage, random: Random, setAndName: string): Seat {
  const { account, region } = takeOver(stage, random, isAnybody);
  const [set = "", name = ""] = setAndName.split("/");
  const arn = `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${set}_${random.hex(16)}/${name}@tolvane.example`;
  return { account, region, arn };
}

/** The session that an instance has of its role: it is named after the instance. */
export const instanceArn = (account: string, role: string, random: Random): string =>
  `arn:aws:sts::${account}:assumed-role/${role}/i-0${random.hex(16)}`;
