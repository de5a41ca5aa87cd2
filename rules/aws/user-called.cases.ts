import { defineCases, invocation } from "caracal/testing";
import { userCalled } from "./user-called.ts";

export const userCalledCases = defineCases(userCalled, {
  raises: {
    "a user": { records: invocation() },
    "the root user, in a stream": {
      records: invocation({
        identity: { arn: "arn:aws:iam::111122223333:root" },
        operation: "InvokeModelWithResponseStream",
      }),
    },
    "a user whose request was wrong": {
      records: invocation({
        errorCode: "ValidationException",
        operation: "InvokeModel",
        input: null,
        output: null,
      }),
    },
  },
  ignores: {
    "a role": invocation({
      identity: { arn: "arn:aws:sts::111122223333:assumed-role/claims-summary/task-1" },
    }),
    "a user who may not": invocation({ errorCode: "AccessDeniedException", input: null, output: null }),
    "a record without a caller": invocation({ identity: null, operation: "ConverseStream" }),
  },
});
