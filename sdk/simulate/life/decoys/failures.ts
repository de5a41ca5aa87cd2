import { HOUR } from "../../calendar.ts";
import type { Call } from "../../call.ts";
import type { Worker } from "../../plan-hour.ts";
import { paced, spread } from "../../scenarios/pace.ts";
import type { Decoy } from "../decoy.ts";
import { anyOf, callsOf, isAwake, MINUTE } from "../made-calls.ts";

const isService = ({ principal }: Worker): boolean => principal.kind === "role";
const isBatch = ({ workload }: Worker): boolean => workload.rhythm === "nightly";

const SERVER_ERRORS = [
  "ServiceUnavailableException",
  "ServiceUnavailableException",
  "InternalServerException",
];

/** Amazon's own bad quarter of an hour: all that is called fails, and every service there tries again and again. */
const outage: Decoy = {
  id: "outage",
  title: "Bedrock fails in one region, and every service there tries again and again.",
  perWeek: 0.2,
  isAnyDay: true,
  disturbs: HOUR,
  happens: ({ at, workers }, random) => {
    const { workload } = random.pick(workers.filter(isService));
    const to = at + random.int(8, 25) * MINUTE;
    const isThere = (call: { readonly account: string; readonly region: string }): boolean =>
      call.region === workload.region;
    const there = workers.filter(
      (worker) => isService(worker) && !isBatch(worker) && isThere(worker.workload),
    );
    const calls = there.flatMap((worker) =>
      callsOf(worker, spread(at, to - at, random.int(6, 18), random), random, () => ({
        error: random.pick(SERVER_ERRORS),
      })),
    );
    const of = (call: Call): Call | undefined =>
      isThere(call) ? { ...call, error: random.pick(SERVER_ERRORS) } : undefined;
    return { calls, change: { from: at, to, of } };
  },
};

/** A secret has run out, or a role has lost a policy, until somebody sees it. */
const expiredCredentials: Decoy = {
  id: "expired-credentials",
  title:
    "An application may call nothing for the better part of an hour, until somebody renews its permission.",
  perWeek: 0.3,
  hours: [7, 18],
  disturbs: 2 * HOUR,
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, (one) => isService(one) && !isBatch(one) && isAwake(one, at));
    if (!worker) return undefined;
    const to = at + random.int(35, 70) * MINUTE;
    const error = "AccessDeniedException";
    const times = spread(at, to - at, random.int(6, 30), random);
    return {
      calls: callsOf(worker, times, random, { error }),
      change: { from: at, to, of: (call) => (isBy(worker, call) ? { ...call, error } : undefined) },
    };
  },
};

const isBy = ({ workload, principal }: Worker, { account, arn }: Call): boolean =>
  account === workload.account && principal.kind === "role" && arn.split("/")[1] === principal.role;

/** The batch asks for more than the account's quota, waits, and asks again. */
const throttledBatch: Decoy = {
  id: "throttled-batch",
  title: "The nightly batch runs into the quota, and tries again until it gets through.",
  perWeek: 1.2,
  hours: [5, 6],
  isAnyDay: true,
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, isBatch);
    if (!worker) return undefined;
    let time = at;
    const calls = Array.from({ length: random.int(12, 40) }).flatMap(() => {
      const tries = random.chance(0.6) ? random.int(1, 5) : 0;
      const times = paced(time, tries + 1, [2, 20], random);
      time = (times.at(-1) ?? time) + random.int(5, 60) * 1_000;
      return callsOf(worker, times, random, (turn) => (turn < tries ? { error: "ThrottlingException" } : {}));
    });
    return { calls };
  },
};

/** A model is no longer there under its old name. */
const retiredModel: Decoy = {
  id: "retired-model",
  title: "A model that an application calls has been retired, until its configuration is changed.",
  perWeek: 0.2,
  hours: [7, 18],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, (one) => isService(one) && isAwake(one, at));
    if (!worker) return undefined;
    const times = spread(at, random.int(20, 50) * MINUTE, random.int(4, 14), random);
    return { calls: callsOf(worker, times, random, { error: "ResourceNotFoundException" }) };
  },
};

/** What goes wrong without anybody's ill will. */
export const FAILURES: readonly Decoy[] = [outage, expiredCredentials, throttledBatch, retiredModel];
