import { defineCases } from "caracal/testing";
import { callBy, DANA, KEY } from "./call-by.cases.ts";
import { firstModelUse } from "./first-model-use.ts";

const nova = callBy(DANA, { modelId: "amazon.nova-pro-v1:0" });

export const firstModelUseCases = defineCases(firstModelUse, {
  raises: {
    "a principal's first answer of a model": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+1m", nova),
    },
    "a principal's first answer at all, in a stream": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+1h", callBy(KEY, { operation: "InvokeModelWithResponseStream" })),
    },
    "the first answer for thirty days": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d", nova)
          .expectMatches(1)
          .at("+30d", nova)
          .expectMatches(0)
          .at("+60d", nova),
    },
    "a model that refused before": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d", callBy(DANA, { modelId: "amazon.nova-pro-v1:0", errorCode: "AccessDeniedException" }))
          .expectMatches(0)
          .at("+2d", nova),
    },
    "in an account of its own": {
      records: (time) =>
        time
          .at("+0s", nova, callBy(KEY, { accountId: "444455556666" }))
          .at("+1d", callBy(DANA, { modelId: "amazon.nova-pro-v1:0", accountId: "444455556666" })),
    },
  },
  ignores: {
    "a model that it uses, in another region and operation": (time) =>
      time.at("+0s", callBy(DANA)).at("+1d", callBy(DANA, { region: "us-east-1", operation: "InvokeModel" })),
    "a model that refuses": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+1d", callBy(DANA, { modelId: "amazon.nova-pro-v1:0", errorCode: "ValidationException" })),
    "the first minute of an account": (time) => time.at("+0s", callBy(DANA)).at("+59s999ms", nova),
  },
});
