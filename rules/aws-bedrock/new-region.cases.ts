import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, ROOT, session } from "./call-by.cases.ts";
import { newRegion } from "./new-region.ts";

const regions = ["eu-central-1", "us-east-1"];

export const newRegionCases = defineCases(newRegion, {
  raises: {
    "a role in another region after five days, to the millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(session("a")))
          .at("+5d", callBy(session("a"), { region: "ap-south-1", errorCode: "AccessDeniedException" })),
      alert: {
        severity: "LOW",
        title: "First use of Bedrock in ap-south-1 by account 111122223333",
        dedup: "111122223333 ap-south-1",
        createdAt: "+5d",
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          model: "anthropic.claude-3-haiku-20240307-v1:0",
          region: "ap-south-1",
          error: "access",
        },
        destinations: [],
      },
    },
    "a key, louder": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", callBy(DANA, { region: "ap-south-1", operation: "ConverseStream" })),
      alert: { severity: "MEDIUM" },
    },
    "the root user, louder": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d", callBy(ROOT, { region: "ap-south-1" })),
      alert: { severity: "MEDIUM" },
    },
    "a region that the company does not have": {
      organization: { regions },
      records: (time) =>
        time
          .at("+0s", callBy(session("a"), { region: "eu-west-1" }))
          .at("+6d", callBy(session("a"), { region: "ap-south-1", operation: "InvokeModel" })),
      alert: { severity: "MEDIUM" },
    },
    "a region of the company, where no other was seen before": {
      organization: { regions },
      records: (time) =>
        time
          .at("+0s", callBy(session("a"), { region: "eu-west-1" }))
          .at("+6d", callBy(session("a"), { region: "us-east-1" })),
      alert: { severity: "INFO" },
    },
    "after ninety days": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+89d", callBy(DANA)).expectNothing().at("+179d", callBy(DANA)),
    },
  },
  ignores: {
    "a region of the company": {
      organization: { regions },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", callBy(DANA, { region: "us-east-1", operation: "InvokeModel" })),
    },
    "before five days are over": (time) =>
      time.at("+0s", callBy(DANA)).at("+4d23h59m59s999ms", callBy(DANA, { region: "us-east-1" })),
    "a profile that has the model run elsewhere": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d", callBy(DANA, { inferenceRegion: "ap-southeast-4", operation: "ConverseStream" })),
    "another account's first region": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d", callBy(DANA, { region: "us-east-1", accountId: "444455556666" })),
    "a record without a region": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", invocation({ region: null })),
  },
});
