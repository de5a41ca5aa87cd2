import { defineCases } from "caracal/testing";
import { callBy, DANA, refusal, session } from "./call-by.cases.ts";
import { unusedModel } from "./unused-model.ts";

const NOVA = "amazon.nova-pro-v1:0";

export const unusedModelCases = defineCases(unusedModel, {
  raises: {
    "a model that is new after three days": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+3d", callBy(DANA, { modelId: NOVA })),
    },
    "a model that refuses, and only then": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+4d", refusal("AccessDeniedException", NOVA, { operation: "InvokeModel" }))
          .expectMatches(1)
          .at("+5d", callBy(DANA, { modelId: NOVA }))
          .expectMatches(0)
          .at("+65d", callBy(session("task"), { modelId: NOVA })),
    },
    "a refusal in any second of a minute": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+3d59s", refusal("ResourceNotFoundException", NOVA)),
    },
    "a model that is new to this account": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA, { modelId: NOVA }))
          .at("+1m", callBy(DANA, { accountId: "444455556666" }))
          .at("+4d", callBy(DANA, { accountId: "444455556666", modelId: NOVA })),
    },
  },
  ignores: {
    "an answer outside the first twenty seconds of a minute": (time) =>
      time.at("+0s", callBy(DANA)).at("+4d20s", callBy(DANA, { modelId: NOVA })),
    "a new model before three days are over": (time) =>
      time.at("+0s", callBy(DANA)).at("+2d23h59m59s999ms", callBy(DANA, { modelId: NOVA })),
    "a known model by another principal, profile and region": (time) =>
      time.at("+0s", callBy(DANA, { modelId: NOVA })).at(
        "+4d",
        callBy(session("task"), {
          modelId: `us.${NOVA}`,
          region: "us-east-1",
          operation: "ConverseStream",
        }),
      ),
  },
});
