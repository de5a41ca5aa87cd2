import { HOUR } from "../../calendar.ts";
import { nameOf } from "../sayings.ts";
import type { Worker } from "../../plan-hour.ts";
import { paced, spread } from "../../scenarios/pace.ts";
import { talk } from "../../talk.ts";
import type { Decoy } from "../decoy.ts";
import { anyOf, callsOf, isAwake, MINUTE } from "../made-calls.ts";
import { isCoding } from "../sayings.ts";

const named =
  (...names: string[]) =>
  ({ principal }: Worker): boolean =>
    names.some((name) => nameOf(principal) === name || nameOf(principal).startsWith(`${name}-`));

const loadTest: Decoy = {
  id: "load-test",
  title: "Before a release, an application is called as often as on its busiest day, for half an hour.",
  perWeek: 0.4,
  hours: [8, 16],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, named("track-and-trace-bot", "eu-yard-notices", "driver-desk"));
    if (!worker) return undefined;
    return { calls: callsOf(worker, spread(at, 30 * MINUTE, random.int(90, 240), random), random) };
  },
};

const backfill: Decoy = {
  id: "backfill",
  title: "A search index is built anew, in an evening.",
  perWeek: 0.5,
  hours: [16, 20],
  isAnyDay: true,
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, named("search-indexer", "claims-embedder"));
    if (!worker) return undefined;
    return {
      calls: callsOf(worker, spread(at, random.int(2, 4) * HOUR, random.int(250, 900), random), random),
    };
  },
};

const monthEnd: Decoy = {
  id: "month-end",
  title: "Invoices are closed: what reads them has three times its work.",
  perWeek: 0.25,
  hours: [6, 8],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, named("invoice-reader"));
    if (!worker) return undefined;
    const usual = worker.tasks * 10;
    return {
      calls: callsOf(worker, spread(at, 11 * HOUR, Math.round(usual * random.int(2, 3)), random), random),
    };
  },
};

const campaign: Decoy = {
  id: "campaign",
  title: "Marketing tries images for a campaign, an afternoon long.",
  perWeek: 0.5,
  hours: [13, 17],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, named("label-painter"));
    if (!worker) return undefined;
    const times = spread(at, random.int(2, 4) * HOUR, random.int(20, 55), random);
    const exchange = () => ({ prompt: `A poster: ${talk(random, 12)}`, images: random.int(1, 4) });
    return { calls: callsOf(worker, times, random, () => ({ exchange: exchange() })) };
  },
};

const nightWork: Decoy = {
  id: "night-work",
  title: "An engineer on call repairs something at night, with the coding agent.",
  perWeek: 0.7,
  hours: [0, 9],
  isAnyDay: true,
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, (one) => isCoding(one.workload) && !isAwake(one, at));
    if (!worker) return undefined;
    return { calls: callsOf(worker, paced(at, random.int(8, 35), [10, 140], random), random) };
  },
};

const evaluation: Decoy = {
  id: "evaluation",
  title: "The evaluation harness runs its whole set of questions, for a release.",
  perWeek: 0.5,
  hours: [14, 20],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, named("eval-harness"));
    if (!worker) return undefined;
    return { calls: callsOf(worker, spread(at, 2 * HOUR, random.int(80, 220), random), random) };
  },
};

/** Days on which somebody has more to do. */
export const LOAD: readonly Decoy[] = [loadTest, backfill, monthEnd, campaign, nightWork, evaluation];
