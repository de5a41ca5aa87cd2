import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, person, session } from "./call-by.cases.ts";
import { oversizedCall } from "./oversized-call.ts";
import { used } from "./used.cases.ts";

export const oversizedCallCases = defineCases(oversizedCall, {
  raises: {
    "eighty thousand tokens, read and written, offloaded": {
      records: (time) =>
        time.at("+0s", used(80_000)).at(
          "+5d",
          used(0, {
            identity: { arn: session("a") },
            operation: "InvokeModel",
            input: {
              inputTokenCount: 79_000,
              inputBodyS3Path: "s3://made-up-logs/AWSLogs/data/1_input.json.gz",
            },
            output: { outputTokenCount: 1000 },
          }),
        ),
      alert: {
        severity: "LOW",
        title: "A call of 80,000 tokens by 111122223333:role/claims-summary",
        dedup: "111122223333:role/claims-summary",
        createdAt: "+5d",
        context: {
          principal: "111122223333:role/claims-summary",
          input: 79_000,
          output: 1000,
          cacheRead: 0,
          cacheWrite: 0,
          total: 80_000,
          offloaded: true,
          model: "anthropic.claude-3-haiku-20240307-v1:0",
        },
        destinations: [],
      },
    },
    "one less than half a million": {
      records: (time) =>
        time.at("+0s", used(80_000, { identity: { arn: session("a") } })).at("+6d", used(499_999)),
      alert: { severity: "LOW", context: { offloaded: false } },
    },
    "half a million, read and written, in a stream": {
      records: (time) =>
        time
          .at("+0s", used(80_000, { identity: { arn: session("a") } }))
          .at("+6d", used(499_999, { output: { outputTokenCount: 1 }, operation: "ConverseStream" })),
      alert: { severity: "MEDIUM" },
    },
    "whose input is not in the record": {
      records: (time) =>
        time
          .at("+0s", used(80_000, { identity: { arn: session("a") } }))
          .at("+6d", invocation({ input: null, output: { outputTokenCount: 90_000 } })),
      alert: { context: { offloaded: false, output: 90_000 } },
    },
    "again after thirty days": {
      records: (time) =>
        time.at("+0s", used(80_000)).at("+29d", used(80_000)).expectNothing().at("+59d", used(80_000)),
    },
  },
  ignores: {
    "a token less": (time) =>
      time.at("+0s", used(90_000)).at("+6d", used(79_999, { identity: { arn: session("a") } })),
    "a coding agent with a large cache": (time) =>
      time.at("+0s", used(90_000)).at(
        "+6d",
        used(6, {
          identity: { arn: person("kim") },
          operation: "InvokeModelWithResponseStream",
          input: { inputTokenCount: 6, cacheReadInputTokenCount: 129_709, cacheWriteInputTokenCount: 90_000 },
        }),
      ),
    "before five days are over": (time) =>
      time.at("+0s", used(90_000)).at("+4d23h59m59s999ms", used(90_000, { identity: { arn: session("a") } })),
    "a call that failed": (time) =>
      time
        .at("+0s", used(90_000))
        .at("+6d", used(90_000, { identity: { arn: session("a") }, errorCode: "ModelTimeoutException" })),
    "another account's first": (time) =>
      time.at("+0s", used(90_000), callBy(DANA)).at("+6d", used(90_000, { accountId: "444455556666" })),
  },
});
