import { bucketOf, PRODUCTION, RESEARCH } from "../../company.ts";
import {
  createGuardrail,
  openModel,
  putLogging,
  updateGuardrail,
} from "../../control-plane/bedrock-actions.ts";
import type { Action } from "../../control-plane/trail-event.ts";
import { MODELS } from "../../models.ts";
import { guardrailOf } from "../../render/index.ts";
import { spread } from "../../scenarios/pace.ts";
import type { Place } from "../../workload.ts";
import type { Decoy } from "../decoy.ts";
import { anyOf, callsOf, isAwake, MINUTE } from "../made-calls.ts";
import { deployed } from "./deployed.ts";

const PLACES: readonly Place[] = [
  { account: PRODUCTION, region: "us-east-1" },
  { account: PRODUCTION, region: "eu-central-1" },
  { account: RESEARCH, region: "us-west-2" },
  { account: RESEARCH, region: "eu-central-1" },
];

/** The pipeline's first run: what the log itself is due to. */
const setUp: Decoy = {
  id: "set-up",
  title: "The pipeline turns invocation logging on and makes the guardrails.",
  perWeek: 0,
  happens: ({ at }) => ({
    trail: PLACES.flatMap((place, turn) =>
      deployed(
        place,
        at + turn * MINUTE,
        putLogging(bucketOf(place.account)),
        createGuardrail(guardrailOf(place.account), "assistants", place),
      ),
    ),
  }),
};

const release: Decoy = {
  id: "release",
  title: "A release sends requests that are not valid, for some minutes.",
  perWeek: 1.5,
  hours: [7, 19],
  happens: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, (one) => one.principal.kind === "role" && isAwake(one, at));
    if (!worker) return undefined;
    const times = spread(at + MINUTE, random.int(3, 9) * MINUTE, random.int(3, 9), random);
    return {
      trail: deployed(worker.workload, at, {
        service: "ecs",
        name: "UpdateService",
        isWrite: true,
        request: {},
      }),
      calls: callsOf(worker, times, random, { error: "ValidationException" }),
    };
  },
};

const strengthened: Decoy = {
  id: "guardrail-strengthened",
  title: "The pipeline makes a guardrail stricter.",
  perWeek: 0.6,
  hours: [7, 16],
  happens: ({ at }, random) => {
    const place = random.pick(PLACES);
    return { trail: deployed(place, at, stricter(guardrailOf(place.account), place)) };
  },
};

/** A filter that was not there, and those that were, as high as can be. */
function stricter(id: string, place: Place): Action {
  const update = updateGuardrail(id, "assistants", place);
  const filtersConfig = ["PROMPT_ATTACK", "HATE", "VIOLENCE"].map((type) => ({
    type,
    inputStrength: "HIGH",
    outputStrength: type === "PROMPT_ATTACK" ? "NONE" : "HIGH",
  }));
  const sensitiveInformationPolicyConfig = { piiEntitiesConfig: [{ type: "EMAIL", action: "ANONYMIZE" }] };
  const contentPolicyConfig = { filtersConfig };
  return { ...update, request: { ...update.request, contentPolicyConfig, sensitiveInformationPolicyConfig } };
}

const modelAccess: Decoy = {
  id: "model-access",
  title: "The pipeline opens a model to an account, as the model's owner asked for it.",
  perWeek: 0.2,
  hours: [8, 15],
  happens: ({ at }, random) => ({
    trail: deployed(random.pick(PLACES), at, ...openModel(random.pick([MODELS.novaPro, MODELS.llama]).id)),
  }),
};

/** What happens once, at the beginning. */
export const FIRST_DAY: readonly Decoy[] = [setUp];

/** What the pipeline does. */
export const DEPLOYMENTS: readonly Decoy[] = [release, strengthened, modelAccess];
