import { deleteGuardrail } from "../control-plane/bedrock-actions.ts";
import type { Action } from "../control-plane/trail-event.ts";
import { guardrailOf } from "../render/index.ts";
import type { Scenario } from "../scenario.ts";
import { LOOKING, move } from "./planes.ts";
import { newPerson, newUser, takenKey, takenPerson } from "./who.ts";

const get = (guardrailIdentifier: string): Action => ({
  service: "bedrock",
  name: "GetGuardrail",
  request: { guardrailIdentifier },
});

const remove = (account: string): readonly Action[] => [
  get(guardrailOf(account)),
  deleteGuardrail(guardrailOf(account)),
];

/** Somebody deletes the guardrail that applications are behind. */
export const guardrailDeleted: Scenario = {
  id: "guardrail-deleted",
  title: "Somebody deletes the guardrail that applications are behind.",
  techniques: ["AML.T0054", "T1562.001"],
  variants: {
    "stolen-person": move({ who: takenPerson, actions: ({ account }) => remove(account) }),
    "long-term-key-after-a-look": move({
      who: takenKey,
      actions: ({ account }) => [...LOOKING, ...remove(account)],
    }),
    "new-user": move({ who: newUser, actions: ({ account }) => remove(account), gap: [1, 4] }),
    "new-person-slow": move({
      who: newPerson,
      actions: ({ account }) => [...LOOKING, ...remove(account)],
      gap: [1_800, 7_200],
    }),
    root: move({ who: takenPerson, actions: ({ account }) => remove(account), isRoot: true }),
  },
};
