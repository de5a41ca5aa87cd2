import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, OFFLOADED, ROOT, session } from "./call-by.cases.ts";
import { missingIdentity } from "./missing-identity.ts";

export const missingIdentityCases = defineCases(missingIdentity, {
  raises: {
    "a record without a caller": {
      records: invocation({ identity: null }),
      alert: {
        severity: "INFO",
        title: "Bedrock records of account 111122223333 do not say who called",
        dedup: "111122223333",
        eventCount: 1,
        context: { region: "eu-central-1", operation: "Converse" },
        summary: { operation: { Converse: 1 }, modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 1 } },
        destinations: [],
      },
    },
    "a caller that was redacted": {
      records: callBy("<redacted>", { operation: "InvokeModel" }),
      alert: { context: { arn: "<redacted>", operation: "InvokeModel" } },
    },
    "a caller that is no principal": { records: callBy("arn:aws:s3:::bucket") },
    "a caller that is a long text, cut": {
      records: callBy("x".repeat(200)),
      alert: { context: { arn: "x".repeat(100) } },
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(""))
          .expectAlert()
          .at("+23h", callBy(""))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", callBy("")),
      alert: { createdAt: "+25h" },
    },
  },
  ignores: {
    "a user": callBy(DANA),
    "a role in a stream": callBy(session("task"), { operation: "ConverseStream" }),
    "the root user": callBy(ROOT, { operation: "InvokeModel", ...OFFLOADED }),
  },
});
