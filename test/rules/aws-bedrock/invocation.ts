import type { JsonObject } from "caracal";

const ACCOUNT = "111122223333";

/** The ARN of a made-up user. */
export const user = (name: string, account = ACCOUNT): string => `arn:aws:iam::${account}:user/${name}`;

/** The ARN of a made-up role's session. */
export const role = (name: string, session: string, account = ACCOUNT): string =>
  `arn:aws:sts::${account}:assumed-role/${name}/${session}`;

let requests = 0;

/** A raw record as AWS writes it, for an ordinary call; what differs is given. */
export function invocation(timestamp: string, differs: JsonObject = {}): JsonObject {
  requests++;
  return {
    schemaType: "ModelInvocationLog",
    schemaVersion: "1.0",
    timestamp,
    accountId: ACCOUNT,
    identity: { arn: user("dana") },
    region: "eu-central-1",
    requestId: `00000000-0000-4000-8000-${String(requests).padStart(12, "0")}`,
    operation: "Converse",
    modelId: "anthropic.claude-3-haiku-20240307-v1:0",
    input: { inputContentType: "application/json", inputTokenCount: 100 },
    output: { outputContentType: "application/json", outputTokenCount: 50 },
    ...differs,
  };
}

/** As many moments as asked for, evenly apart. */
export function every(seconds: number, times: number, from = "2026-03-02T09:00:00Z"): string[] {
  return Array.from({ length: times }, (_, at) =>
    new Date(Date.parse(from) + at * seconds * 1_000).toISOString(),
  );
}
