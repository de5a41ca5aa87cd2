import { defineCases, invocation } from "caracal/testing";
import { hourBegins } from "./hour-begins.ts";

const call = invocation({ operation: "InvokeModel" });
const failed = invocation({ errorCode: "ThrottlingException", input: null, output: null });

export const hourBeginsCases = defineCases(hourBegins, {
  raises: {
    "the first record of the next hour": { records: (time) => time.at("+0s", call).at("+1h", call) },
    "a failed one, a millisecond after the hour": {
      records: (time) => time.at("+0s", call).at("+59m59s999ms", call).expectMatches(0).at("+1h1ms", failed),
    },
    "another region or account in the same hour": {
      records: (time) =>
        time
          .at("+0s", call)
          .at("+1m", invocation({ region: "us-east-1" }))
          .expectMatches(1)
          .at("+2m", invocation({ accountId: "444455556666" })),
    },
  },
  ignores: {
    "the first minute of all": (time) =>
      time.at("+0s", call).at("+59s999ms", invocation({ region: "us-east-1" })),
    "a second record in an hour": (time) => time.at("+0s", call).at("+59m59s999ms", failed),
  },
});
