import { isJsonObject, type JsonObject } from "../base/json.ts";
import { principal } from "../bedrock/index.ts";
import type { Digest } from "../base/digest.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { recordDecoder } from "../event/record-decoder.ts";
import type { DecoyLabel } from "./labels.ts";

/** What has been written of an incident or a decoy so far. */
export interface Tally {
  readonly rows: string[];
  readonly accounts: Set<string>;
  readonly regions: Set<string>;
  readonly principals: Set<string>;
  from: number;
  to: number;
}

/** @param from when it is said to begin, at the latest */
export const emptyTally = (from = Number.POSITIVE_INFINITY, to = Number.NEGATIVE_INFINITY): Tally => ({
  rows: [],
  accounts: new Set(),
  regions: new Set(),
  principals: new Set(),
  from,
  to,
});

/** Adds a record to a tally. */
export type Count = (tally: Tally, time: number, record: unknown) => void;

/** Makes a {@link Count} that reads each record as any reader of the log does. */
export function counter(digest: Digest): Count {
  const decode = recordDecoder({ logTypes: BUILT_IN_LOG_TYPES, digest, clock: () => new Date(0) });
  return (tally, time, record) => {
    const decoded = decode(JSON.parse(JSON.stringify(record)) as JsonObject);
    const { event } = decoded;
    if (event === undefined) throw new TypeError(`A simulated record is no event: ${decoded.message}`);
    tally.rows.push(event.p_row_id);
    tally.from = Math.min(tally.from, time);
    tally.to = Math.max(tally.to, time);
    if (event.p_log_type === "AWS.CloudTrail") {
      const { userIdentity, recipientAccountId, awsRegion } = record as JsonObject;
      if (typeof recipientAccountId === "string") tally.accounts.add(recipientAccountId);
      if (typeof awsRegion === "string") tally.regions.add(awsRegion);
      if (isJsonObject(userIdentity)) tally.principals.add(callerOf(userIdentity));
      return;
    }
    const { accountId, region } = event as AwsBedrockModelInvocation;
    tally.accounts.add(accountId);
    if (region !== undefined) tally.regions.add(region);
    tally.principals.add(principal(event as AwsBedrockModelInvocation).key);
  };
}

/** The caller of the control plane, by the key that the same caller has in the invocation log. */
function callerOf({ arn, accountId }: JsonObject): string {
  const event = { accountId, ...(typeof arn === "string" && { identity: { arn } }) };
  return principal(event as AwsBedrockModelInvocation).key;
}

/** What a tally says, as every label does. */
export function labelled({ rows, accounts, principals, from, to }: Tally): Omit<DecoyLabel, "id" | "title"> {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    accounts: [...accounts].toSorted(),
    principals: [...principals].toSorted(),
    rows,
  };
}
