import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, KEY, OFFLOADED, session } from "./call-by.cases.ts";
import { unlistedPrincipal } from "./unlisted-principal.ts";

export const unlistedPrincipalCases = defineCases(unlistedPrincipal, {
  organization: { principals: ["111122223333:user/dana", "111122223333:role/claims-*"] },
  raises: {
    "a long-term API key, at once": {
      records: callBy(KEY, { operation: "InvokeModel" }),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/BedrockAPIKey-1a2b uses Bedrock and is not on the company's list",
        dedup: "111122223333:user/BedrockAPIKey-1a2b",
        context: { kind: "user", region: "eu-central-1" },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 1 },
          operation: { InvokeModel: 1 },
          region: { "eu-central-1": 1 },
        },
        destinations: [],
      },
    },
    "a role with another name, in a stream": {
      records: callBy("arn:aws:sts::111122223333:assumed-role/orders/task", { operation: "ConverseStream" }),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(KEY))
          .expectAlert()
          .at("+23h59m", callBy(KEY))
          .expectUpdate({ eventCount: 2 })
          .at("+1d", callBy(KEY)),
      alert: { createdAt: "+1d" },
    },
  },
  ignores: {
    "a user on the list": callBy(DANA),
    "a role whose name is like one on the list": callBy(session("task"), {
      operation: "InvokeModel",
      ...OFFLOADED,
    }),
    "a record without a caller, which another rule tells": invocation({ identity: null }),
    "anybody, where nothing is listed": { organization: {}, records: callBy(KEY) },
  },
});
