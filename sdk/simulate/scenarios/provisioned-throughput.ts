import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Scenario } from "../scenario.ts";
import { WANTED } from "./attack-models.ts";
import { LOOKING, move } from "./planes.ts";
import type { Seat } from "./seat.ts";
import { newUser, takenKey, takenPerson } from "./who.ts";

/** Units of a dear model by the hour or by the month; a unit is some dozens of dollars an hour. */
function reserve({ account, region }: Seat, random: Random, commitment?: string): Action {
  const arn = `arn:aws:bedrock:${region}:${account}:provisioned-model/${random.hex(12)}`;
  return {
    service: "bedrock",
    name: "CreateProvisionedModelThroughput",
    isWrite: true,
    request: {
      modelId: random.pick([WANTED.opus3.id, WANTED.sonnet35.id, WANTED.claude2.id]),
      modelUnits: random.int(1, 8),
      provisionedModelName: `${random.pick(["test", "prod", "fast", "pt"])}-${random.hex(4)}`,
      ...(commitment !== undefined && { commitmentDuration: commitment }),
    },
    response: { provisionedModelArn: arn },
  };
}

/** Somebody reserves a model's throughput at the company's cost. */
export const provisionedThroughput: Scenario = {
  id: "provisioned-throughput",
  title: "Somebody reserves throughput of a dear model at the company's cost.",
  techniques: ["AML.T0034", "T1496"],
  variants: {
    "stolen-person-by-the-hour": move({
      who: takenPerson,
      actions: (seat, random) => [reserve(seat, random)],
    }),
    "long-term-key-six-months": move({
      who: takenKey,
      actions: (seat, random) => [...LOOKING, reserve(seat, random, "SixMonths")],
    }),
    "new-user-several": move({
      who: newUser,
      actions: (seat, random) => [
        reserve(seat, random, "OneMonth"),
        reserve(seat, random),
        reserve(seat, random),
      ],
    }),
  },
};
