import { DAY, HOUR } from "../calendar.ts";
import { PRODUCTION } from "../company.ts";
import { routineEvents } from "../control-plane/rare-events.ts";
import { everydayEvents } from "../control-plane/simulate-control-plane.ts";
import { failedSignIn } from "../control-plane/sign-ins.ts";
import type { TrailEvent } from "../control-plane/trail-event.ts";
import type { Worker } from "../plan-hour.ts";
import type { Random } from "../random.ts";

/** What the control plane sees in an hour of ordinary life; at midnight, what partners and services do that day. */
export function everydayTrail(
  workers: readonly Worker[],
  hour: number,
  start: number,
  random: Random,
): TrailEvent[] {
  const events = workers.flatMap(({ workload }) => everydayEvents(workload, hour, random));
  if ((hour - start) % DAY !== 0) return events;
  events.push(...routineEvents(hour));
  // Somebody has forgotten a password, twice a week.
  if (random.chance(2 / 7))
    events.push(failedSignIn(PRODUCTION, hour + random.int(7, 18) * HOUR + random.int(0, 3_599) * 1_000));
  return events;
}
