import { addressIn, assumedRole, userActor } from "../control-plane/actor.ts";
import type { Action, Actor } from "../control-plane/trail-event.ts";
import { writeTrailRecord } from "../control-plane/write-trail-record.ts";
import type { Random } from "../random.ts";
import type { TrailRecord } from "../scenario.ts";
import type { Seat } from "./seat.ts";

/** What intruders call with: the command line, a library, a script of their own. */
const AGENTS = [
  "aws-cli/2.15.30 Python/3.11.8 Linux/6.5.0-kali3-amd64 exe/x86_64.kali.2024",
  "Boto3/1.34.84 md/Botocore#1.34.84 ua/2.0 os/windows#10 md/arch#amd64 lang/python#3.12.2",
  "python-requests/2.31.0",
  "aws-sdk-js/3.540.0 os/linux/5.15.0 lang/js md/nodejs/20.11.1",
  "aws-sdk-go-v2/1.26.1 os/linux lang/go#1.22.2",
];

/** A seat's caller as CloudTrail shows it, from an address of its own; `since` is when the session began. */
export function intruder({ account, arn }: Seat, since: number, random: Random): Actor {
  const address = addressIn("192.0.2", arn);
  const agent = random.pick(AGENTS);
  const user = /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  if (user !== undefined) return { ...userActor(user, account, address), agent };
  return { account, identity: assumedRole(arn, account, since), address, agent };
}

/** The same, for the account's root user. */
export const rootActor = (account: string, random: Random): Actor => ({
  account,
  identity: { type: "Root", principalId: account, arn: `arn:aws:iam::${account}:root`, accountId: account },
  address: addressIn("192.0.2", account),
  agent: random.pick(AGENTS),
});

/** One actor's calls with some seconds between them. */
export function trailOf(
  actor: Actor,
  region: string,
  from: number,
  actions: readonly Action[],
  random: Random,
  gap: readonly [number, number] = [2, 40],
): readonly TrailRecord[] {
  let time = from;
  return actions.map((action, at) => {
    if (at > 0) time += random.int(...gap) * 1_000;
    return { time, record: writeTrailRecord({ time, region, actor, action }, random) };
  });
}
