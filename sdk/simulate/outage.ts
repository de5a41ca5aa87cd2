import type { Call } from "./call.ts";
import { DAY, HOUR } from "./calendar.ts";
import { PRODUCTION } from "./company.ts";
import type { Worker } from "./plan-hour.ts";
import { sessionArn } from "./principal.ts";
import type { Random } from "./random.ts";

/** Ten minutes in which Bedrock itself fails in one region, and every service there tries again and again. */
const OUTAGE = {
  region: "us-east-1",
  /** Milliseconds after the log's start. */
  from: 8 * DAY + 14 * HOUR + 10 * 60_000,
  to: 8 * DAY + 14 * HOUR + 20 * 60_000,
} as const;

const ERRORS = ["ServiceUnavailableException", "ServiceUnavailableException", "InternalServerException"];

/** The hour's calls as the outage leaves them; `start` is the log's start. */
export function withOutage(
  calls: Call[],
  workers: readonly Worker[],
  start: number,
  time: number,
  random: Random,
): Call[] {
  if (time > start + OUTAGE.to || time + HOUR <= start + OUTAGE.from) return calls;
  const fails = (call: Call): boolean =>
    call.account === PRODUCTION &&
    call.region === OUTAGE.region &&
    call.time >= start + OUTAGE.from &&
    call.time < start + OUTAGE.to;
  const retries = workers.flatMap((worker) => retriesOf(worker, start, random));
  return [...calls, ...retries].map((call) => (fails(call) ? { ...call, error: random.pick(ERRORS) } : call));
}

function retriesOf({ workload, principal }: Worker, start: number, random: Random): Call[] {
  const { account, region, metadata } = workload;
  const affected = account === PRODUCTION && region === OUTAGE.region && principal.kind === "role";
  if (!affected || workload.rhythm === "nightly") return [];
  const profile = random.pick(workload.calls);
  const arn = sessionArn(principal, account, random);
  return Array.from({ length: random.int(13, 18) }, () => ({
    time: start + random.int(OUTAGE.from / 1_000, OUTAGE.to / 1_000 - 1) * 1_000,
    account,
    region,
    arn,
    operation: profile.operation,
    model: profile.upgrade ?? profile.model,
    tokens: { input: 0, output: 0 },
    ...(metadata && { metadata }),
  }));
}
