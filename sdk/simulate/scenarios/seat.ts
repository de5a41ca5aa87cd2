import { deliversBodies } from "../company.ts";
import { type Principal, sessionArn } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../scenario.ts";
import type { CallProfile, Workload } from "../workload.ts";
import type { Form } from "./form.ts";
import { shuffled } from "./wording.ts";

/** From where an attacker calls, and as whom. */
export interface Seat {
  readonly account: string;
  readonly region: string;
  readonly arn: string;
}

/** A principal of the company that an attacker has taken over, with what it does on other days. */
export interface Taken extends Seat {
  readonly workload: Workload;
}

/** Whether a workload is worth taking over. */
export type Fits = (workload: Workload) => boolean;

/** Families that answer in words. */
const isWords = ({ model }: CallProfile): boolean => !["cohere-embed", "titan-image"].includes(model.family);

/** Where the log has no bodies. */
export const isUnheard: Fits = ({ account, region }) => !deliversBodies(account, region);

const talks =
  (...kinds: Principal["kind"][]): Fits =>
  (workload) =>
    kinds.includes(workload.principal.kind) && workload.calls.every(isWords) && !isUnheard(workload);

/** A service that answers in words. */
export const isService: Fits = talks("role");
export const isPerson: Fits = talks("person");
/** An IAM user with a long-term key. */
export const isKey: Fits = talks("user");
/** A service or a person, whose sessions can be stolen. */
export const hasSession: Fits = talks("role", "person");
export const isAnybody: Fits = talks("role", "person", "user");

/** A service that whoever comes can put words into. */
export const isChat: Fits = (workload) => isService(workload) && workload.rhythm !== "nightly";

/** A service whose ordinary calls go through a guardrail, where there is such a service. */
export const isGuarded: Fits = (workload) => isChat(workload) && workload.guarded === true;

/** Takes over one of the workloads that fit; a service that talks, where none does. */
export function takeOver(stage: Stage, random: Random, fits: Fits): Taken {
  const found = [fits, isChat].map((one) => stage.workloads.filter(one)).find(({ length }) => length > 0);
  return seatOf(random.pick(found ?? stage.workloads), random);
}

/** Takes over several workloads of one account and region, as many as fit at most. */
export function takeSeveral(stage: Stage, random: Random, fits: Fits, count: number): readonly Taken[] {
  const first = takeOver(stage, random, fits);
  const others = stage.workloads.filter(
    (workload) =>
      fits(workload) &&
      workload !== first.workload &&
      workload.account === first.account &&
      workload.region === first.region,
  );
  const more = shuffled(others, random).slice(0, count - 1);
  return [first, ...more.map((workload) => seatOf(workload, random))];
}

/** A fresh session of a workload's own principal. */
export function seatOf(workload: Workload, random: Random): Taken {
  const { account, region, principal } = workload;
  return { workload, account, region, arn: sessionArn(principal, account, random) };
}

/**
 * Takes over a workload that calls in this way itself, with the model that it is used to, so that the way alone gives
 * nothing away. Where nobody does, the form stays as it is.
 */
export function takeOverFor(
  stage: Stage,
  random: Random,
  form: Form,
  fits: Fits = isAnybody,
): { readonly seat: Taken; readonly form: Form } {
  const likeIt = ({ operation, model }: CallProfile): boolean =>
    operation === form.operation && model.family === form.model.family;
  const used = stage.workloads.filter((workload) => fits(workload) && workload.calls.some(likeIt));
  if (used.length === 0) return { seat: takeOver(stage, random, fits), form };
  const seat = seatOf(random.pick(used), random);
  const own = seat.workload.calls.find(likeIt);
  return { seat, form: own ? { operation: own.operation, model: own.upgrade ?? own.model } : form };
}

/** Somebody who is new where one of the workloads runs. */
export function strangerIn(stage: Stage, random: Random, principal: Principal, fits: Fits = isAnybody): Seat {
  const { account, region } = takeOver(stage, random, fits);
  return { account, region, arn: sessionArn(principal, account, random) };
}
