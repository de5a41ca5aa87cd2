import { invocation, type SampleOf } from "caracal/testing";

/** A call by an ARN: what the tables of rules on identities and errors are made of. */
export const callBy = (arn: string, differs: SampleOf<"AWS.BedrockModelInvocation"> = {}) =>
  invocation({ identity: { arn }, ...differs });

/** What a record has whose bodies were too large for it. */
export const OFFLOADED = {
  input: { inputBodyS3Path: "s3://made-up-logs/AWSLogs/data/1_input.json.gz" },
  output: { outputBodyS3Path: "s3://made-up-logs/AWSLogs/data/1_output.json.gz" },
} as const;

/** A call of a model by the user dana that fails, unless it says otherwise. */
export const refusal = (
  errorCode: string,
  modelId: string,
  differs: SampleOf<"AWS.BedrockModelInvocation"> = {},
) => invocation({ errorCode, modelId, input: null, output: null, ...differs });

export const DANA = "arn:aws:iam::111122223333:user/dana";
export const ROOT = "arn:aws:iam::111122223333:root";
export const KEY = "arn:aws:iam::111122223333:user/BedrockAPIKey-1a2b";
export const FEDERATED = "arn:aws:sts::111122223333:federated-user/kim";
export const INSTANCE = "arn:aws:sts::111122223333:assumed-role/claims-summary/i-0123456789abcdef0";
export const OTHERS_ROLE = "arn:aws:sts::999988887777:assumed-role/audit/night-run";

/** A session of the role claims-summary. */
export const session = (name: string) => `arn:aws:sts::111122223333:assumed-role/claims-summary/${name}`;

/** A person who signed in, with the permission set Developers unless another is given. */
export const person = (name: string, set = "Developers") =>
  `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_${set}_0123456789abcdef/${name}@example.org`;

/** A call by the user dana of which the record tells everything but what was said. */
export const UNTOLD = callBy(DANA, { operation: "InvokeModel", ...OFFLOADED });
