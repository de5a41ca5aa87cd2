import type { Action } from "../control-plane/trail-event.ts";
import type { Random } from "../random.ts";
import type { Scenario } from "../scenario.ts";
import { LOOKING, move } from "./planes.ts";
import type { Seat } from "./seat.ts";
import { newPerson, newUser, takenKey, takenPerson } from "./who.ts";

/** Weights from a bucket that is not the company's. */
function bring({ account, region }: Seat, random: Random): Action {
  const name = random.pick(["llama-uncensored", "qwen-mix", "helper-7b", "mistral-tuned"]);
  const bucket = random.pick(["open-weights-mirror", "hf-sync", "models-share", "public-checkpoints"]);
  return {
    service: "bedrock",
    name: "CreateModelImportJob",
    isWrite: true,
    request: {
      jobName: `${name}-${random.hex(4)}`,
      importedModelName: name,
      roleArn: `arn:aws:iam::${account}:role/model-import`,
      modelDataSource: { s3DataSource: { s3Uri: `s3://${bucket}-${random.hex(6)}/${name}/` } },
    },
    response: { jobArn: `arn:aws:bedrock:${region}:${account}:model-import-job/${random.hex(12)}` },
  };
}

const passRole = ({ account }: Seat): Action => ({
  service: "iam",
  name: "PutRolePolicy",
  isWrite: true,
  request: {
    roleName: "model-import",
    policyName: "read-models",
    policyDocument: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::*","Condition":{"StringNotEquals":{"aws:ResourceAccount":"${account}"}}}]}`,
  },
});

/** Somebody brings a model of unknown origin into the account. */
export const modelImport: Scenario = {
  id: "model-import",
  title: "Somebody imports a model from a bucket that is not the company's.",
  techniques: ["AML.T0010", "T1525"],
  variants: {
    "stolen-person": move({ who: takenPerson, actions: (seat, random) => [bring(seat, random)] }),
    "long-term-key-after-a-look": move({
      who: takenKey,
      actions: (seat, random) => [...LOOKING, passRole(seat), bring(seat, random)],
    }),
    "new-user-several": move({
      who: newUser,
      actions: (seat, random) => [bring(seat, random), bring(seat, random)],
      gap: [60, 900],
    }),
    "new-person": move({ who: newPerson, actions: (seat, random) => [passRole(seat), bring(seat, random)] }),
  },
};
