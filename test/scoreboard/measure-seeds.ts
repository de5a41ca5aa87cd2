import { Worker } from "node:worker_threads";
import { type Run, type Scores, scoresOf } from "../../sdk/score/scores.ts";

/** The seeds that only the scoreboard uses. They were taken as they come, and none was ever put aside. */
export const SEEDS: readonly number[] = Array.from({ length: 10 }, (_, at) => 101 + at);

const THREADS = 2;

/** Simulates the logs of seeds, runs the rules over them, and scores the alerts. */
export async function measureSeeds(): Promise<Scores> {
  const threads = Array.from({ length: THREADS }, (_, own) =>
    measureIn(SEEDS.filter((__, at) => at % THREADS === own)),
  );
  const runs = (await Promise.all(threads)).flat();
  return scoresOf(runs.toSorted((one, other) => one.seed - other.seed));
}

function measureIn(seeds: readonly number[]): Promise<readonly Run[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./seed-worker.ts", import.meta.url), { workerData: seeds });
    worker.once("message", resolve).once("error", reject);
  });
}
