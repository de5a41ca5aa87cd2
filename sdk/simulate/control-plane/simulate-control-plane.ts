import { activity, DAY, HOUR } from "../calendar.ts";
import { PRODUCTION_WORKLOADS } from "../production-workloads.ts";
import { createRandom, type Random } from "../random.ts";
import { RESEARCH_WORKLOADS } from "../research-workloads.ts";
import type { Workload } from "../workload.ts";
import { actorOf, serviceActor } from "./actor.ts";
import { bedrockChanges } from "./bedrock-changes.ts";
import { assumedByService, everydayAction } from "./everyday-actions.ts";
import { rareEvents } from "./rare-events.ts";
import { signIn } from "./sign-ins.ts";
import type { TrailEvent, TrailRecord } from "./trail-event.ts";
import { writeTrailRecord } from "./write-trail-record.ts";

export interface ControlPlaneOptions {
  /** Any 32-bit integer; the same seed and options give the same records. */
  readonly seed: number;
  /** The log's first moment, a midnight. */
  readonly start: Date;
  /** Length of the log. What is rare happens in the first two days. */
  readonly days: number;
}

/** Calls of one workload in its busiest hour. */
const BUSIEST = 1.6;

/** Below this share of the busiest hour nobody is there. */
const QUIET = 0.5;

/**
 * CloudTrail's management events of the company whose invocation log `simulateCompany` writes, in time order: the same
 * accounts, principals and days, but none of the calls of models.
 */
export function simulateControlPlane({ seed, start, days }: ControlPlaneOptions): TrailRecord[] {
  const random = createRandom(seed);
  const from = start.getTime();
  const hours = Array.from({ length: days * 24 }, (_, hour) => from + hour * HOUR);
  const workloads = [...PRODUCTION_WORKLOADS, ...RESEARCH_WORKLOADS];
  const events = [
    ...hours.flatMap((hour) => workloads.flatMap((workload) => everydayEvents(workload, hour, random))),
    ...rareEvents(from),
    ...bedrockChanges(from, random),
  ];
  return events
    .filter(({ time }) => time < from + days * DAY)
    .toSorted((one, other) => one.time - other.time)
    .map((event) => writeTrailRecord(event, random));
}

/** What a workload does in an hour: its control plane moves while people work. */
export function everydayEvents(workload: Workload, hour: number, random: Random): TrailEvent[] {
  const { account, region, principal } = workload;
  const share = activity("office", region, hour);
  const expected = share < QUIET ? 0 : share * BUSIEST;
  const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
  return Array.from({ length: count }, () => hour + random.int(0, 3_300) * 1_000).flatMap((time) => {
    if (principal.kind === "person" && random.chance(0.12))
      return signIn(principal, account, region, time, random);
    if (principal.kind === "role" && random.chance(0.3)) {
      const actor = serviceActor(principal.session === "task" ? "ecs-tasks" : "lambda", account);
      return [{ time, region, actor, action: assumedByService(principal, account, random) }];
    }
    const actor = actorOf(principal, account, region, hour, random);
    return [{ time, region, actor, action: everydayAction(principal, account, region, random) }];
  });
}
