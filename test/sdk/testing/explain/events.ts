import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "caracal";
import type { AnyEvent } from "../../../../sdk/event/log-types.ts";
import { eventOf } from "../../../../sdk/testing/replay.ts";
import type { SampleOf } from "../../../../sdk/testing/sample-of.ts";
import { invocation } from "../../../../sdk/testing/samples.ts";

type Call = SampleOf<"AWS.BedrockModelInvocation">;

/** Calls of Bedrock as rules see them, evenly apart from 9 o'clock on; what differs from an ordinary call is given. */
export function calls(
  minutes: number,
  times: number,
  differs: Call | ((at: number) => Call) = {},
  from = "2026-03-02T09:00:00Z",
): AnyEvent[] {
  return Array.from({ length: times }, (_, at) => {
    const timestamp = new Date(Date.parse(from) + at * minutes * 60_000).toISOString();
    const own = typeof differs === "function" ? differs(at) : differs;
    const requestId = `${timestamp} ${at}`;
    return eventOf("AWS.BedrockModelInvocation", invocation({ timestamp, requestId, ...own }));
  });
}

/** The ARN of a made-up user. */
export function user(name: string, account = "111122223333"): { readonly arn: string } {
  return { arn: `arn:aws:iam::${account}:user/${name}` };
}

const RECORDS = join(import.meta.dirname, "../../../../fixtures/aws-bedrock/records");

/** The raw records of the fixtures. */
export function fixtureRecords(): JsonObject[] {
  return globSync("*.json", { cwd: RECORDS })
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(RECORDS, file), "utf8")) as JsonObject);
}
