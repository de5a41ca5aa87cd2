import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, person, session } from "./call-by.cases.ts";
import { unknownPermissionSet } from "./unknown-permission-set.ts";

const ADMIN = callBy(person("kim", "Administrators"), { operation: "ConverseStream" });

export const unknownPermissionSetCases = defineCases(unknownPermissionSet, {
  raises: {
    "a set that is new after five days": {
      records: (time) => time.every("1d", 6, callBy(person("kim"))).at("+5d", ADMIN),
      alert: {
        severity: "MEDIUM",
        title: "kim@example.org called Bedrock with a permission set that nobody used before",
        dedup:
          "111122223333 111122223333:role/AWSReservedSSO_Administrators_0123456789abcdef/kim@example.org",
        createdAt: "+5d",
        context: { kind: "sso-user", session: "kim@example.org", region: "eu-central-1" },
        destinations: [],
      },
    },
    "a set that was away for ninety days": {
      records: (time) =>
        time
          .every("1d", 6, callBy(person("kim")))
          .at("+5d", ADMIN)
          .expectAlert()
          .at("+94d", ADMIN)
          .expectNothing()
          .at("+185d", ADMIN),
    },
    "a set that is new to this account": {
      records: (time) =>
        time
          .every("1d", 6, callBy(person("kim")))
          .at("+5d12h", ADMIN)
          .expectAlert()
          .at("+6d", callBy(person("lou"), { accountId: "444455556666", operation: "InvokeModel" }))
          .at("+11d", callBy(person("kim", "Administrators"), { accountId: "444455556666" })),
      alert: { context: { session: "kim@example.org" } },
    },
  },
  ignores: {
    "a new colleague with a known set": (time) =>
      time
        .every("1d", 6, callBy(person("kim")))
        .at("+6d", callBy(person("lou"), { operation: "InvokeModel", ...OFFLOADED })),
    "a new set before five days are over": (time) =>
      time.every("1d", 5, callBy(person("kim"))).at("+4d23h59m59s999ms", ADMIN),
    "new roles and users": (time) =>
      time.every("1d", 6, callBy(person("kim"))).at("+6d", callBy(DANA), callBy(session("task-1"))),
    "any set, where the company lists its principals": {
      organization: { principals: ["111122223333:role/*"] },
      records: (time) => time.every("1d", 6, callBy(person("kim"))).at("+6d", ADMIN),
    },
  },
});
