import { createApiKey, listModels } from "../control-plane/bedrock-actions.ts";
import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { HOUR } from "../calendar.ts";
import { MINUTE, spread } from "./pace.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { intruder, trailOf } from "./trail.ts";
import { newPerson, takenKey, takenPerson, takenService, type Who } from "./who.ts";
import { worded } from "./wording.ts";

/** What the key's user then does beside calling models, which is not what it was made for. */
const BESIDE: readonly Action[] = [
  { service: "sts", name: "GetCallerIdentity" },
  { service: "iam", name: "ListUsers", error: ["AccessDenied"] },
  { service: "ec2", name: "DescribeVpcs", request: { vpcSet: {}, filterSet: {} } },
  { service: "kms", name: "ListKeys", request: {} },
];

interface Use {
  readonly form: Form;
  readonly beside?: readonly Action[];
}

/** A user for Bedrock's API keys is made with a key, and used after some minutes, or kept for later. */
const create =
  (who: Who, use?: Use) =>
  (stage: Stage, random: Random): Attack => {
    const seat = who(stage, random);
    const { account, region } = seat;
    const userName = `BedrockAPIKey-${random.hex(4)}`;
    const made = trailOf(
      intruder(seat, stage.at, random),
      region,
      stage.at,
      createApiKey(userName, account),
      random,
    );
    if (!use) return attackOf([], { trail: made });
    const phantom = { account, region, arn: `arn:aws:iam::${account}:user/${userName}` };
    const from = (made.at(-1)?.time ?? stage.at) + random.int(2, 40) * MINUTE;
    const calls = attackCalls(
      spread(from, HOUR, random.int(10, 50), random),
      phantom,
      [use.form],
      random,
      () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      }),
    );
    const own = { ...listModels, more: { additionalEventData: { callWithBearerToken: true } } };
    const used = trailOf(intruder(phantom, from, random), region, from, [own, ...(use.beside ?? [])], random);
    return attackOf(calls, { trail: [...made, ...used] });
  };

/** Somebody makes a long-term key for Bedrock, so as to come back. */
export const apiKeyCreated: Scenario = {
  id: "api-key-created",
  title: "Somebody makes a long-term API key for Bedrock, and keeps or uses it.",
  techniques: ["AML.T0012", "T1098.001"],
  variants: {
    "stolen-person-keeps-it": create(takenPerson),
    "long-term-key-then-converse": create(takenKey, { form: FORMS.converseClaude }),
    "service-then-streams": create(takenService, { form: FORMS.streamClaude }),
    "new-person-then-other-services": create(newPerson, { form: FORMS.converseNova, beside: BESIDE }),
  },
};
