import { defineCases, invocation } from "caracal/testing";
import { callBy, OFFLOADED, ROOT } from "./call-by.cases.ts";
import { rootUser } from "./root-user.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

export const rootUserCases = defineCases(rootUser, {
  raises: {
    "the root user of an account": {
      records: callBy(ROOT),
      alert: {
        severity: "HIGH",
        title: `The root user of account 111122223333 called ${HAIKU}`,
        dedup: "111122223333:root",
        eventCount: 1,
        context: { principal: "111122223333:root", kind: "root", model: HAIKU, region: "eu-central-1" },
        destinations: [],
      },
    },
    "the root user in another partition, calling a stream": {
      records: callBy("arn:aws-us-gov:iam::111122223333:root", {
        operation: "InvokeModelWithResponseStream",
        region: "us-gov-west-1",
      }),
      alert: { context: { region: "us-gov-west-1" } },
    },
    "a model with a name that is too long, cut": {
      records: callBy(ROOT, { modelId: "m".repeat(200) }),
      alert: { title: `The root user of account 111122223333 called ${"m".repeat(100)}` },
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(ROOT))
          .expectAlert()
          .at("+23h", callBy(ROOT))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", callBy(ROOT)),
      alert: { createdAt: "+25h" },
    },
    "each account's root user for itself": {
      records: [
        callBy(ROOT),
        callBy("arn:aws:iam::444455556666:root", { timestamp: "2026-03-02T09:01:00Z" }),
      ],
      alert: [{ dedup: "111122223333:root" }, { dedup: "444455556666:root" }],
    },
  },
  ignores: {
    "a user called root": callBy("arn:aws:iam::111122223333:user/root"),
    "a role and session called root": callBy("arn:aws:sts::111122223333:assumed-role/root/root", {
      operation: "InvokeModel",
      ...OFFLOADED,
    }),
    "a record without a caller": invocation({ identity: null, operation: "ConverseStream" }),
  },
});
