import type { Rhythm } from "./calendar.ts";
import type { Tokens } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import type { Operation } from "./invocation-record.ts";
import { MODELS, type Model } from "./models.ts";
import { type Principal, person } from "./principal.ts";
import type { Random } from "./random.ts";

/** Least and most, both included. */
export type Range = readonly [number, number];

/** One kind of call that a workload makes. Sizes are in tokens. */
export interface CallProfile {
  readonly operation: Operation;
  readonly model: Model;
  /** The model that replaces `model` on the day of the upgrade. */
  readonly upgrade?: Model;
  readonly input: Range;
  readonly output: Range;
  /** The prompt that a task's first call writes to the cache and its later calls read. */
  readonly cache?: Range;
  /** The most tokens that it asks for. Default: more than it ever gets. */
  readonly limit?: number;
  /** What is said in the call of a task that `turn` counts from 0. Default: small talk. */
  readonly says?: Says;
}

export type Says = (random: Random, tokens: Tokens, turn: number) => Exchange;

/** One application or person of the company. */
export interface Workload {
  readonly account: string;
  readonly region: string;
  readonly principal: Principal;
  readonly rhythm: Rhythm;
  /** Tasks in the busiest hour; each makes `callsPerTask` calls under one session. */
  readonly tasks: number;
  readonly callsPerTask: Range;
  readonly calls: readonly CallProfile[];
  readonly metadata?: Readonly<Record<string, string>>;
  /** Whether its calls go through a guardrail, whose trace the log then has. */
  readonly guarded?: boolean;
}

/** Where a workload runs. */
export type Place = Pick<Workload, "account" | "region">;

/** A kind of call with its least and most tokens of input and output. */
export const call = (
  operation: Operation,
  model: Model,
  input: Range,
  output: Range,
  more: Pick<CallProfile, "upgrade" | "cache" | "limit"> = {},
): CallProfile => ({ operation, model, input, output, ...more });

/** What people ask in the console. */
export const playground = call("Converse", MODELS.sonnetOld, [60, 2_400], [80, 900], {
  upgrade: MODELS.sonnet,
});

const coding = call("InvokeModelWithResponseStream", MODELS.sonnet, [1, 12], [60, 1_200], {
  cache: [24_000, 78_000],
});

/** A person who tries things now and then. */
export const employee = (place: Place, name: string, profile: CallProfile): Workload => ({
  ...place,
  principal: person("BedrockPlayground", name),
  rhythm: "office",
  tasks: 0.35,
  callsPerTask: [1, 4],
  calls: [profile],
});

/** A person with a coding agent, which sends its whole context again with every call. */
export const engineer = (place: Place, name: string): Workload => ({
  ...place,
  principal: person("Engineer", name),
  rhythm: "office",
  tasks: 0.6,
  callsPerTask: [2, 6],
  calls: [coding],
  metadata: { tool: "coding-agent" },
});
