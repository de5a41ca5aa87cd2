import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, OFFLOADED, OTHERS_ROLE, session } from "./call-by.cases.ts";
import { foreignIdentity } from "./foreign-identity.ts";

export const foreignIdentityCases = defineCases(foreignIdentity, {
  raises: {
    "a role of another account": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+1d", callBy(OTHERS_ROLE)),
      alert: {
        severity: "HIGH",
        title: "999988887777:role/audit called Bedrock in account 111122223333",
        dedup: "111122223333 999988887777:role/audit",
        eventCount: 1,
        context: {
          principal: "999988887777:role/audit",
          kind: "role",
          session: "night-run",
          calledIn: "111122223333",
          model: "anthropic.claude-3-haiku-20240307-v1:0",
        },
        destinations: [],
      },
    },
    "in any second of a minute": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+1d59s", callBy(OTHERS_ROLE)),
      alert: { createdAt: "+1d59s" },
    },
    "the root user of another account": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d", callBy("arn:aws:iam::999988887777:root", { operation: "InvokeModel" })),
      alert: { severity: "HIGH" },
    },
    "once, until it was away for thirty days": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+2d", callBy(OTHERS_ROLE))
          .expectAlert()
          .at("+31d", callBy(OTHERS_ROLE))
          .expectNothing()
          .at("+61d", callBy(OTHERS_ROLE)),
      alert: { createdAt: "+61d" },
    },
    "an account that the company does not list, each of its principals": {
      organization: { accounts: ["111122223333", "444455556666"] },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d", callBy(OTHERS_ROLE))
          .at("+2d", callBy("arn:aws:iam::999988887777:user/lou")),
      alert: [{ dedup: "111122223333 999988887777:role/audit" }, { context: { kind: "user" } }],
    },
    "in another account, a role known in the first": {
      records: (time) =>
        time
          .at("+0s", callBy(OTHERS_ROLE), callBy(DANA, { accountId: "444455556666" }))
          .at("+1d", callBy(OTHERS_ROLE, { accountId: "444455556666" })),
      alert: [{ dedup: "444455556666 999988887777:role/audit" }],
    },
    "the account's own, where only others called so far, as something worth knowing": {
      records: (time) => time.at("+0s", callBy(OTHERS_ROLE)).at("+1d5s999ms", callBy(DANA)),
      alert: { severity: "INFO" },
    },
  },
  ignores: {
    "the account's own, outside the first six seconds of a minute": (time) =>
      time.at("+0s", callBy(OTHERS_ROLE)).at("+1d6s", callBy(DANA)),
    "a user of the account": (time) => time.every("1d", 3, callBy(DANA)),
    "a role of the account": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+2d", callBy(session("task"), { operation: "InvokeModelWithResponseStream", ...OFFLOADED })),
    "a record without a caller": (time) =>
      time.at("+0s", callBy(DANA)).at("+2d", invocation({ identity: null })),
    "a record without caller and account": (time) =>
      time
        .at("+0s", callBy(DANA, { accountId: "" }))
        .at("+2d", invocation({ accountId: "", identity: null })),
    "a partner's role that called on the first day": (time) =>
      time.at("+0s", callBy(DANA), callBy(OTHERS_ROLE)).every("1d", 3, callBy(OTHERS_ROLE)),
    "a role of another account on the first day": (time) =>
      time.at("+0s", callBy(DANA)).at("+23h59m59s999ms", callBy(OTHERS_ROLE)),
    "another account of the company": {
      organization: { accounts: ["999988887777"] },
      records: (time) => time.at("+0s", callBy(DANA)).at("+2d", callBy(OTHERS_ROLE)),
    },
  },
});
