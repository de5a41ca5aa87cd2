import { defineCases, invocation } from "caracal/testing";
import { person, refusal } from "./call-by.cases.ts";
import { refusedCall } from "./refused-call.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const kim = { identity: { arn: person("kim") } };

export const refusedCallCases = defineCases(refusedCall, {
  raises: {
    "a model that is denied": { records: refusal("AccessDeniedException", HAIKU) },
    "a model that does not exist, in a stream": {
      records: refusal("ResourceNotFoundException", HAIKU, { operation: "ConverseStream" }),
    },
    "a request that is invalid": {
      records: refusal("ValidationException", HAIKU, { operation: "InvokeModel" }),
    },
    "a person who is denied": { records: refusal("AccessDeniedException", HAIKU, kim) },
  },
  ignores: {
    "a call that goes well": invocation(),
    "a call that is throttled": refusal("ThrottlingException", HAIKU, { operation: "ConverseStream" }),
    "a failure of the service": refusal("InternalServerException", HAIKU, { operation: "InvokeModel" }),
    "an error that nobody knows": refusal("SomethingNewException", HAIKU),
    "a person's invalid request": refusal("ValidationException", HAIKU, kim),
  },
});
