import { defineCases } from "caracal/testing";
import { callBy, DANA, KEY, session } from "./call-by.cases.ts";
import { newModel } from "./new-model.ts";
import { OPUS, SONNET } from "./used.cases.ts";

const opus = { modelId: OPUS };

export const newModelCases = defineCases(newModel, {
  raises: {
    "a role's first call of a model, in an account that never called it": {
      records: (time) => time.at("+0s", callBy(session("a"))).at("+5d", callBy(session("b"), opus)),
    },
    "a model that others call, in a stream": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA, opus), callBy(KEY))
          .at("+6d", callBy(KEY, { ...opus, operation: "ConverseStream" })),
    },
    "after sixty days": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA, opus))
          .at("+59d", callBy(DANA, opus))
          .expectMatches(0)
          .at("+119d", callBy(DANA, opus)),
    },
  },
  ignores: {
    "an upgrade": (time) =>
      time
        .at("+0s", callBy(DANA, opus))
        .at("+6d", callBy(DANA, { modelId: "us.anthropic.claude-opus-4-7", operation: "InvokeModel" })),
    "before five days are over": (time) =>
      time.at("+0s", callBy(DANA)).at("+4d23h59m59s999ms", callBy(DANA, opus)),
    "a call that failed": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { ...opus, errorCode: "AccessDeniedException" })),
    "the first model of another account": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", callBy(DANA, { modelId: SONNET, accountId: "444455556666" })),
  },
});
