// Measures the seeds that it is given, one after the other, in a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { measuredRules } from "./measured-rules.ts";
import { measureSeed } from "./measure-seed.ts";

const rules = await measuredRules();
const runs = (workerData as readonly number[]).map((seed) => measureSeed(rules, seed));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(runs);
