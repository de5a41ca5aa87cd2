import { activity } from "../calendar.ts";
import type { Call } from "../call.ts";
import { countTokens, type Worker } from "../plan-hour.ts";
import { sessionArn } from "../principal.ts";
import type { Random } from "../random.ts";

export const MINUTE = 60_000;

/** A worker by chance, among those of whom `fits` holds; `undefined` where there is none. */
export function anyOf(
  workers: readonly Worker[],
  random: Random,
  fits: (worker: Worker) => boolean,
): Worker | undefined {
  const fitting = workers.filter(fits);
  return fitting.length === 0 ? undefined : random.pick(fitting);
}

/** Whether people are at work where a worker is. */
export const isAwake = ({ workload }: Worker, time: number): boolean =>
  activity("office", workload.region, time) >= 0.5;

/** Calls of one session of a worker, of the kinds that it always makes unless `detail` says otherwise. */
export function callsOf(
  { workload, principal }: Worker,
  times: readonly number[],
  random: Random,
  detail: Partial<Call> | ((at: number) => Partial<Call>) = {},
): Call[] {
  const { account, region, metadata } = workload;
  const arn = sessionArn(principal, account, random);
  const profile = random.pick(workload.calls);
  const prompt = profile.cache ? random.middling(...profile.cache) : undefined;
  return times.map((time, at) => {
    const tokens = countTokens(profile, prompt, at, random);
    const more = typeof detail === "function" ? detail(at) : detail;
    const exchange = more.error === undefined ? profile.says?.(random, tokens, at) : undefined;
    const { operation, model } = profile;
    return {
      time,
      account,
      region,
      arn,
      operation,
      model,
      tokens,
      ...(exchange && { exchange }),
      ...(metadata && { metadata }),
      ...more,
    };
  });
}
