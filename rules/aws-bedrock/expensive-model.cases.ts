import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, KEY, OFFLOADED, person, session } from "./call-by.cases.ts";
import { expensiveModel } from "./expensive-model.ts";
import { OPUS, SONNET } from "./used.cases.ts";

export const expensiveModelCases = defineCases(expensiveModel, {
  raises: {
    "a role's first call of Opus": {
      records: (time) =>
        time.at("+0s", callBy(session("a"))).at("+5d", callBy(session("b"), { modelId: OPUS })),
      alert: {
        severity: "LOW",
        title: "First call of anthropic.claude-opus by 111122223333:role/claims-summary",
        dedup: "111122223333:role/claims-summary anthropic.claude-opus",
        createdAt: "+5d",
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          model: "anthropic.claude-opus",
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "a key's first call of Sonnet, in a stream": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+6d", callBy(KEY, { modelId: SONNET, operation: "ConverseStream" })),
      alert: { severity: "LOW" },
    },
    "a person's, quietly": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d", callBy(person("kim"), { modelId: OPUS })),
      alert: { severity: "INFO" },
    },
    "a long name, cut": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { modelId: `made-up.${"x".repeat(300)}` })),
      alert: { context: { model: `made-up.${"x".repeat(92)}` } },
    },
    "by the company's own prices": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 20 } } },
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { modelId: "amazon.nova-lite-v1:0" })),
    },
    "at fifteen dollars, where nobody knows the region": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 15 } } },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", invocation({ modelId: "amazon.nova-lite-v1:0", region: null })),
      alert: { context: { region: "unknown" } },
    },
  },
  ignores: {
    "an upgrade": (time) =>
      time
        .at("+0s", callBy(DANA, { modelId: OPUS }))
        .at(
          "+6d",
          callBy(DANA, { modelId: "us.anthropic.claude-opus-4-7", operation: "InvokeModel", ...OFFLOADED }),
        ),
    "a model of fourteen dollars": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 14 } } },
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { modelId: "amazon.nova-lite-v1:0" })),
    },
    "a cheap model": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { modelId: "cohere.command-r-plus-v1:0" })),
    "a profile that hides its model": (time) =>
      time.at("+0s", callBy(DANA)).at(
        "+6d",
        callBy(DANA, {
          modelId: "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/k3f8",
        }),
      ),
  },
});
