import type { Call, Tokens } from "./call.ts";
import { activity, weekdayActivity } from "./calendar.ts";
import { UPGRADE_DAY } from "./company.ts";
import { copyOf, type Principal, sessionArn } from "./principal.ts";
import type { Random } from "./random.ts";
import type { CallProfile, Workload } from "./workload.ts";

/** A workload under one principal of its own, with its share of the workload's rate. */
export interface Worker {
  readonly workload: Workload;
  readonly principal: Principal;
  readonly tasks: number;
  /** True once it has called: everybody does so in the first two days. */
  seen: boolean;
}

/**
 * Who works at this scale. More traffic comes from more principals, each as busy as at scale 1, so that what is
 * ordinary for one principal stays so at any scale.
 */
export function staff(
  workloads: readonly Workload[],
  scale: number,
  copies = Math.max(1, Math.ceil(scale)),
): Worker[] {
  return workloads.flatMap((workload) =>
    Array.from({ length: copies }, (_, copy) => ({
      workload,
      principal: copyOf(workload.principal, copy),
      tasks: (workload.tasks * scale) / copies,
      seen: false,
    })),
  );
}

/**
 * The calls of the tasks that a worker starts in the hour at `time`; `day` counts from the log's first day, and
 * `share` of the ordinary work is done.
 */
export function planHour(worker: Worker, time: number, day: number, random: Random, share = 1): Call[] {
  const { workload } = worker;
  const expected =
    worker.tasks * share * activity(workload.rhythm, workload.region, time) * (0.7 + random.int(0, 60) / 100);
  let tasks = Math.floor(expected);
  if (random.chance(expected - tasks)) tasks += 1;
  if (tasks === 0 && !worker.seen && isFirstTurn(worker, time, day, random)) tasks = 1;
  if (tasks > 0) worker.seen = true;

  const calls: Call[] = [];
  for (let task = 0; task < tasks; task += 1) planTask(calls, worker, time, day, random);
  return calls;
}

/** Workers that chance has left out so far come in at a busy hour, on the second day at the latest. */
function isFirstTurn({ workload }: Worker, time: number, day: number, random: Random): boolean {
  const busy = weekdayActivity(workload.rhythm, workload.region, time) >= 80;
  return busy && (day > 0 || random.chance(0.3));
}

function planTask(calls: Call[], worker: Worker, time: number, day: number, random: Random): void {
  const { account, region, callsPerTask, metadata } = worker.workload;
  const profile = random.pick(worker.workload.calls);
  const arn = sessionArn(worker.principal, account, random);
  const prompt = profile.cache ? random.middling(...profile.cache) : undefined;
  const length = random.int(...callsPerTask);
  let seconds = random.int(0, 3_599);
  let failed: string | undefined;
  let failures = 0;
  for (let turn = 0; turn < length; turn += failed === undefined ? 1 : 0) {
    failed = failures < MOST_FAILURES ? failure(failed, random) : undefined;
    if (failed !== undefined) failures += 1;
    const tokens = countTokens(profile, prompt, turn, random);
    calls.push({
      time: time + seconds * 1_000,
      account,
      region,
      arn,
      operation: profile.operation,
      model: (day >= UPGRADE_DAY && profile.upgrade) || profile.model,
      tokens,
      ...(profile.says && failed === undefined && { exchange: profile.says(random, tokens, turn) }),
      ...(failed !== undefined && { error: failed }),
      ...(hasTextPrompt(profile) && random.chance(1 / 400) && { large: true }),
      ...(metadata && { metadata }),
    });
    seconds += failed === undefined ? random.int(8, 150) : random.int(4, 40);
  }
}

/** Failures of one task, so that no principal comes near the error rates of an incident. */
const MOST_FAILURES = 3;

/** What goes wrong on any day. */
const EVERYDAY_ERRORS = [
  "ThrottlingException",
  "ThrottlingException",
  "ThrottlingException",
  "ValidationException",
  "ValidationException",
  "ModelTimeoutException",
  "ModelErrorException",
  "ServiceUnavailableException",
];

/** A failed call is tried again, and now and then fails again in the same way. */
function failure(previous: string | undefined, random: Random): string | undefined {
  if (previous !== undefined) return random.chance(0.35) ? previous : undefined;
  return random.chance(1 / 180) ? random.pick(EVERYDAY_ERRORS) : undefined;
}

const hasTextPrompt = ({ model }: CallProfile): boolean =>
  model.family !== "titan-image" && model.family !== "cohere-embed";

/** A task's first call writes its long prompt to the cache, the later ones read it and add a little. */
export function countTokens(
  profile: CallProfile,
  prompt: number | undefined,
  turn: number,
  random: Random,
): Tokens {
  const input = random.middling(...profile.input);
  const output = Math.min(profile.limit ?? Number.POSITIVE_INFINITY, random.middling(...profile.output));
  const counts = { input, output };
  if (prompt === undefined) return counts;
  return turn === 0
    ? { ...counts, cacheRead: 0, cacheWrite: prompt }
    : { ...counts, cacheRead: prompt + turn * 1_500, cacheWrite: random.int(200, 1_500) };
}
