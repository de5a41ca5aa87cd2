import { deployer } from "../../control-plane/pipeline.ts";
import type { Action, TrailEvent } from "../../control-plane/trail-event.ts";
import type { Place } from "../../workload.ts";

/** What the pipeline does, a few seconds apart, from `at` on. */
export const deployed = (
  { account, region }: Place,
  at: number,
  ...actions: readonly Action[]
): TrailEvent[] =>
  actions.map((action, turn) => ({ time: at + turn * 6_000, region, actor: deployer(account, at), action }));
