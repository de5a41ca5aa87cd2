import { defineCases, trailEvent } from "caracal/testing";
import { CHANGES, DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";
import { roleChanges } from "./role-changes.ts";

const ordinary = trailEvent();
const DELETE = "DeleteModelInvocationLoggingConfiguration";
const deployed = toBedrock("UpdateGuardrail", MAKERS.machine);
/** The role of an application, as the sample has it. */
const deletes = toBedrock(DELETE);

const byRole = (name: string) => ({
  userIdentity: { arn: `arn:aws:sts::111122223333:assumed-role/${name}/run-81` },
});

export const roleChangesCases = defineCases(roleChanges, {
  raises: {
    "the role of an application after a week": {
      records: (time) => time.at("+0s", ordinary).at("+1d", deployed).at("+7d", deletes),
      alert: {
        severity: "MEDIUM",
        title: `111122223333:role/claims-summary changed Bedrock's configuration for the first time: ${DELETE}`,
        dedup: "111122223333 111122223333:role/claims-summary",
        context: { principal: "111122223333:role/claims-summary", who: "machine", action: DELETE },
      },
    },
    "a deployment that did nothing for half a year": {
      records: (time) => time.at("+0s", deployed, ordinary).every("30d", 5, ordinary).at("+180d", deployed),
      alert: { context: { principal: "111122223333:role/deployment" } },
    },
    "every change that counts, each by a role of its own": {
      records: (time) =>
        time
          .at("+0s", ordinary)
          .at("+8d")
          .every("1s", CHANGES.length, (at) => toBedrock(CHANGES[at] ?? "", byRole(CHANGES[at] ?? ""))),
      alert: CHANGES.map((action) => ({
        dedup: `111122223333 111122223333:role/${action}`,
        context: { action },
      })),
    },
    "a long-term API key, and the user that is to have one": {
      records: (time) =>
        time.at("+0s", ordinary).at(
          "+8d",
          toIam("CreateServiceSpecificCredential", byRole("one"), {
            requestParameters: { serviceName: "bedrock.amazonaws.com" },
          }),
          toIam("CreateUser", byRole("two"), { requestParameters: { userName: "BedrockAPIKey-1a2b" } }),
        ),
      alert: [
        { context: { action: "CreateServiceSpecificCredential" } },
        { context: { action: "CreateUser" } },
      ],
    },
    "an account of which nothing was heard for half a year, which is INFO": {
      records: (time) => time.at("+0s", ordinary).at("+180d", ordinary),
      alert: { severity: "INFO", title: "The trail of account 111122223333 was silent for half a year" },
    },
  },
  ignores: {
    "a role before a week is over": (time) => time.at("+0s", ordinary).at("+6d23h59m59s", deletes),
    "a deployment every month": (time) => time.at("+0s", deployed).every("30d", 8, deployed),
    "a person": (time) => time.at("+0s", ordinary).at("+8d", toBedrock(DELETE, MAKERS.person)),
    "a service that acts for itself": (time) =>
      time
        .at("+0s", ordinary)
        .at("+8d", toBedrock(DELETE, { userIdentity: { arn: null, invokedBy: "bedrock.amazonaws.com" } })),
    "a role that may not": (time) => time.at("+0s", ordinary).at("+8d", toBedrock(DELETE, DENIED)),
    "a role that changes nothing that matters": (time) =>
      time.at("+0s", ordinary).at(
        "+8d",
        toBedrock("UpdateAgent"),
        toIam(DELETE),
        toIam("CreateUser", { requestParameters: { userName: "kim" } }),
        toIam("CreateServiceSpecificCredential", {
          requestParameters: { serviceName: "codecommit.amazonaws.com" },
        }),
        toIam("DeleteServiceSpecificCredential", {
          requestParameters: { serviceName: "bedrock.amazonaws.com" },
        }),
      ),
    "a role in an account that is new": (time) =>
      time.at("+0s", ordinary).at("+8d", { ...deletes, recipientAccountId: "444455556666" }),
    "a record that does not say whose account it is": (time) =>
      time.at("+0s", ordinary).at("+8d", { ...deletes, recipientAccountId: null }),
  },
});
