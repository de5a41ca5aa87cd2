import { defineCases, invocation } from "caracal/testing";
import { refusal } from "./call-by.cases.ts";
import { throttledCall } from "./throttled-call.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

export const throttledCallCases = defineCases(throttledCall, {
  raises: {
    "a call that is too much": { records: refusal("ThrottlingException", HAIKU) },
    "a quota that is used up, in a stream": {
      records: refusal("ServiceQuotaExceededException", HAIKU, { operation: "ConverseStream" }),
    },
  },
  ignores: {
    "a call that goes well": invocation({ operation: "InvokeModel" }),
    "a call that is denied": refusal("AccessDeniedException", HAIKU, { operation: "ConverseStream" }),
    "a failure of the service": refusal("ServiceUnavailableException", HAIKU),
  },
});
