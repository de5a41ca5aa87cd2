import { actorOf } from "../../control-plane/actor.ts";
import { getAvailability, listModels } from "../../control-plane/bedrock-actions.ts";
import { MODELS } from "../../models.ts";
import { paced } from "../../scenarios/pace.ts";
import type { Decoy } from "../decoy.ts";
import { anyOf, callsOf, isAwake } from "../made-calls.ts";

/** Models that are in the console's list, and not open to the account. */
const CLOSED = [MODELS.llamaSmall, MODELS.mistralSmall, MODELS.haikuOld, MODELS.titanText];

/** Somebody tries what the console's list of models has. */
export const modelPicker: Decoy = {
  id: "model-picker",
  title: "An engineer tries models in the console, of which two or three are not open to the account.",
  perWeek: 0.7,
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, (one) => one.principal.kind === "person" && isAwake(one, at));
    if (!worker) return undefined;
    const { account, region } = worker.workload;
    const closed = CLOSED.slice(random.int(0, 1)).slice(0, random.int(2, 3));
    const actor = actorOf(worker.principal, account, region, at, random);
    const times = paced(at + 60_000, closed.length + 2, [25, 150], random);
    const looks = [listModels, ...closed.map(({ id }) => getAvailability(id))];
    return {
      trail: looks.map((action, turn) => ({ time: at + turn * 4_000, region, actor, action })),
      calls: callsOf(worker, times, random, (turn) => {
        const model = closed[turn];
        return model ? { model, operation: "Converse", error: "AccessDeniedException" } : {};
      }),
    };
  },
};
