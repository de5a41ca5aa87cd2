import { defineCases, invocation } from "caracal/testing";
import { recordSample } from "./record-sample.ts";

export const recordSampleCases = defineCases(recordSample, {
  raises: {
    "a record at the full minute": { records: invocation() },
    "a failed one twenty seconds later, less a millisecond": {
      records: invocation({
        timestamp: "2026-03-02T09:00:19.999Z",
        errorCode: "ThrottlingException",
        operation: "InvokeModel",
        input: null,
        output: null,
      }),
    },
  },
  ignores: {
    "a record twenty seconds later": invocation({ timestamp: "2026-03-02T09:00:20Z" }),
    "a stream at the end of the minute": invocation({
      timestamp: "2026-03-02T09:00:59.999Z",
      operation: "InvokeModelWithResponseStream",
    }),
  },
});
