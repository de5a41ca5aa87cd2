import { defineCases } from "caracal/testing";
import { callBy, DANA, FEDERATED, KEY, person, session } from "./call-by.cases.ts";
import { leakedKey } from "./leaked-key.ts";

const OPUS = "us.anthropic.claude-3-opus-20240229-v1:0";

export const leakedKeyCases = defineCases(leakedKey, {
  raises: {
    "a key that calls another kind of model after five days": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+5d", callBy(DANA, { modelId: OPUS, operation: "InvokeModel" })),
      alert: {
        severity: "MEDIUM",
        title: "The long-term key of 111122223333:user/dana is used as it never was",
        dedup: "111122223333 111122223333:user/dana",
        createdAt: "+5d",
        context: {
          principal: "111122223333:user/dana",
          model: "anthropic.claude-3-opus-20240229-v1:0",
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "a Bedrock API key in another region": {
      records: (time) =>
        time
          .every("1d", 6, callBy(KEY))
          .at("+6d", callBy(KEY, { region: "us-west-2", errorCode: "AccessDeniedException" })),
      alert: { severity: "HIGH", context: { region: "us-west-2" } },
    },
    "a record without a region, of a key that had one": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+6d", callBy(DANA, { region: null })),
      alert: { severity: "MEDIUM" },
    },
    "a key that rested for 45 days": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+49d", callBy(DANA))
          .expectNothing()
          .at("+94d", callBy(DANA, { operation: "ConverseStream" })),
      alert: { createdAt: "+94d" },
    },
    "a session that a user handed out, once a day": {
      records: (time) =>
        time
          .every("1d", 6, callBy(FEDERATED))
          .at("+6d", callBy(FEDERATED, { modelId: OPUS }))
          .expectAlert({ severity: "MEDIUM" })
          .at("+6d23h", callBy(FEDERATED, { modelId: "amazon.nova-pro-v1:0" }))
          .expectUpdate({ eventCount: 2 })
          .at("+7d", callBy(FEDERATED, { modelId: "amazon.nova-lite-v1:0" })),
      alert: { createdAt: "+7d" },
    },
  },
  ignores: {
    "an upgrade of the model": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+6d", callBy(DANA, { modelId: "eu.anthropic.claude-haiku-4-5-20251001-v1:0" })),
    "another model before five days are over": (time) =>
      time.every("1d", 5, callBy(DANA)).at("+4d23h59m59s999ms", callBy(DANA, { modelId: OPUS })),
    "a key's first day, which another rule tells": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d", callBy(KEY), callBy(KEY, { modelId: OPUS })),
    "a key that is new in an account": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+6d", callBy(DANA, { accountId: "444455556666", operation: "InvokeModel", modelId: OPUS })),
    "roles and people, whatever they try": (time) =>
      time
        .every("1d", 12, (at) => callBy(at % 2 === 0 ? session("task") : person("kim")))
        .at("+12d", callBy(session("task"), { modelId: OPUS }), callBy(person("kim"), { modelId: OPUS })),
  },
});
