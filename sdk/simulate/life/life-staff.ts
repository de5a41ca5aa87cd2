import { PRODUCTION_WORKLOADS } from "../production-workloads.ts";
import { staff, type Worker } from "../plan-hour.ts";
import type { Principal } from "../principal.ts";
import { RESEARCH_WORKLOADS } from "../research-workloads.ts";
import type { CallProfile, Workload } from "../workload.ts";
import { FURTHER_WORKLOADS } from "./further-workloads.ts";
import { isCoding, isGuarded, sayingsOf } from "./sayings.ts";

/**
 * Who works for the company at this scale. A larger company has more principals, and each is busier: at scale 100
 * there are ten times as many, ten times as busy as at scale 1.
 */
export function lifeStaff(scale: number): Worker[] {
  const workloads = [...PRODUCTION_WORKLOADS, ...RESEARCH_WORKLOADS, ...FURTHER_WORKLOADS];
  const copies = Math.max(1, Math.ceil(Math.sqrt(scale)));
  return staff(workloads.map(alive), scale, copies).map(({ workload, principal, tasks }) =>
    workerOf({ ...workload, tasks }, principal),
  );
}

/** Somebody who does a workload under a name of their own. */
export const workerOf = (workload: Workload, principal: Principal): Worker => ({
  workload: { ...workload, principal },
  principal,
  tasks: workload.tasks,
  seen: false,
});

/** A workload that says what it is for. Its model changes when its turn comes, not on one day for all. */
function alive(workload: Workload): Workload {
  const says = sayingsOf(workload);
  const calls = workload.calls.map((one): CallProfile => {
    const { upgrade: _upgrade, ...profile } = one;
    return says ? { ...profile, says } : profile;
  });
  return {
    ...workload,
    calls,
    ...(isGuarded(workload) && { guarded: true }),
    // An agent works on for up to half an hour, a call a minute.
    ...(isCoding(workload) && { tasks: workload.tasks * 0.4, callsPerTask: [4, 30] }),
  };
}
