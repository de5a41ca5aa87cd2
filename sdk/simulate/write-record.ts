import type { Call } from "./call.ts";
import type { InvocationRecord, SimulatedRecord } from "./invocation-record.ts";
import type { Random } from "./random.ts";
import { recordSides } from "./record-sides.ts";

const SCHEMA = { schemaType: "ModelInvocationLog", schemaVersion: "1.0" } as const;

/** Writes one call as Bedrock logs it. `bodyWords` is the average length of a prompt or answer. */
export function writeRecord(call: Call, random: Random, bodyWords: number): SimulatedRecord {
  const { account, arn, region, model, metadata, error } = call;
  const identity = call.anonymous ? {} : { identity: { arn } };
  const requestId = random.uuid();
  const { sidecars, ...sides } = recordSides(call, random, bodyWords, requestId);
  const moment = {
    timestamp: new Date(call.time).toISOString().replace(".000Z", "Z"),
    accountId: account,
  };
  const invocation = {
    requestId,
    operation: call.operation,
    modelId: model.id,
    ...(metadata && { requestMetadata: metadata }),
    ...(error !== undefined && { errorCode: error }),
    ...sides,
  };
  const routing = model.served ? { inferenceRegion: random.pick(model.served) } : {};
  // The order of the keys is the log writer's, which is not the same version in every region.
  const record: InvocationRecord =
    region === "eu-central-1"
      ? { ...SCHEMA, ...moment, ...identity, region, ...invocation, ...routing }
      : { ...moment, region, ...invocation, ...identity, ...routing, ...SCHEMA };
  return { time: call.time, record, ...(sidecars && { sidecars }) };
}
