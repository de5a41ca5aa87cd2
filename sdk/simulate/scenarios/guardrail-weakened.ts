import type { JsonObject } from "../../base/json.ts";
import type { Action } from "../control-plane/trail-event.ts";
import { guardrailOf } from "../render/index.ts";
import type { Scenario } from "../scenario.ts";
import { LOOKING, move } from "./planes.ts";
import type { Seat } from "./seat.ts";
import { newUser, takenKey, takenPerson, takenService } from "./who.ts";

const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
const FILTERS = ["SEXUAL", "VIOLENCE", "HATE", "INSULTS", "MISCONDUCT", "PROMPT_ATTACK"];

/** The whole guardrail is sent with each update: what is left out is gone. */
const update = ({ account, region }: Seat, policies: JsonObject): Action => {
  const id = guardrailOf(account);
  return {
    service: "bedrock",
    name: "UpdateGuardrail",
    isWrite: true,
    request: {
      guardrailIdentifier: id,
      name: "dispatch-chat",
      blockedInputMessaging: HIDDEN,
      blockedOutputsMessaging: HIDDEN,
      ...policies,
    },
    response: {
      guardrailId: id,
      guardrailArn: `arn:aws:bedrock:${region}:${account}:guardrail/${id}`,
      version: "DRAFT",
    },
  };
};

/** Every filter at this strength; the one against attacks looks at prompts alone. */
const filters = (strength: string, types: readonly string[] = FILTERS): JsonObject => ({
  contentPolicyConfig: {
    filtersConfig: types.map((type) => ({
      type,
      inputStrength: strength,
      outputStrength: type === "PROMPT_ATTACK" ? "NONE" : strength,
    })),
  },
});

/** One harmless word list is all that is left. */
const wordsAlone: JsonObject = { wordPolicyConfig: { managedWordListsConfig: [{ type: "PROFANITY" }] } };

/** Filters that only watch. */
const watching: JsonObject = {
  contentPolicyConfig: {
    filtersConfig: FILTERS.map((type) => ({
      type,
      inputStrength: "HIGH",
      outputStrength: type === "PROMPT_ATTACK" ? "NONE" : "HIGH",
      inputAction: "NONE",
      outputAction: "NONE",
      inputEnabled: true,
      outputEnabled: true,
    })),
  },
};

/** Somebody turns a guardrail down until it lets everything through. */
export const guardrailWeakened: Scenario = {
  id: "guardrail-weakened",
  title: "Somebody changes a guardrail so that it lets through what it used to block.",
  techniques: ["AML.T0054", "T1562.001"],
  variants: {
    "filters-low": move({ who: takenPerson, actions: (seat) => [update(seat, filters("LOW"))] }),
    "filters-none": move({ who: takenKey, actions: (seat) => [...LOOKING, update(seat, filters("NONE"))] }),
    "policies-left-out": move({ who: newUser, actions: (seat) => [update(seat, wordsAlone)] }),
    "filters-only-watch": move({ who: takenPerson, actions: (seat) => [update(seat, watching)] }),
    "step-by-step": move({
      who: takenService,
      actions: (seat) => [
        update(seat, filters("MEDIUM")),
        update(seat, filters("LOW")),
        update(seat, filters("LOW", FILTERS.slice(0, 3))),
      ],
      gap: [600, 5_400],
    }),
  },
};
