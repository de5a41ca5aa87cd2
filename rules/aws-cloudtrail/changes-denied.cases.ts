import { defineCases } from "caracal/testing";
import { changesDenied } from "./changes-denied.ts";
import { CHANGES, DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const denied = (action: string) => toBedrock(action, MAKERS.machine, DENIED);
const key = toIam("CreateServiceSpecificCredential", MAKERS.machine, DENIED, {
  requestParameters: { serviceName: "bedrock.amazonaws.com" },
});

export const changesDeniedCases = defineCases(changesDenied, {
  raises: {
    "three changes within a day, by a millisecond": {
      records: (time) =>
        time
          .at("+0s", denied("DeleteGuardrail"), denied("UpdateGuardrail"))
          .expectNothing()
          .at("+23h59m59s999ms", key),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/deployment was denied 3 different changes of Bedrock",
        dedup: "111122223333 111122223333:role/deployment",
        threshold: { measure: "unique", value: 3, atLeast: 3, within: "1d" },
        context: { outcome: "denied" },
        summary: {
          eventName: { CreateServiceSpecificCredential: 1, DeleteGuardrail: 1, UpdateGuardrail: 1 },
          awsRegion: { "eu-central-1": 2, "us-east-1": 1 },
          sourceIPAddress: { "192.0.2.10": 3 },
        },
      },
    },
    "every change that counts": {
      records: (time) => time.every("1m", CHANGES.length, (at) => denied(CHANGES[at] ?? "")),
      alert: { eventCount: CHANGES.length, createdAt: "+2m" },
    },
    "one of them the user of an API key": {
      records: [
        denied("DeleteGuardrail"),
        denied("UpdateGuardrail"),
        toIam("CreateUser", MAKERS.machine, DENIED, {
          requestParameters: { userName: "BedrockAPIKey-1a2b" },
        }),
      ],
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1s", 3, (at) => denied(CHANGES[at] ?? ""))
          .expectAlert()
          .at("+5h", denied("DeleteGuardrail"))
          .expectUpdate({ eventCount: 4 })
          .at("+6h1m", denied("DeleteGuardrail")),
    },
  },
  ignores: {
    "two changes, again and again": (time) => time.every("1m", 30, (at) => denied(CHANGES[at % 2] ?? "")),
    "three changes, the last a day after the first": (time) =>
      time.at("+0s", denied("DeleteGuardrail")).at("+1h", denied("UpdateGuardrail")).at("+24h", key),
    "changes that were made": (time) =>
      time.every("1m", 9, (at) => toBedrock(CHANGES[at] ?? "", MAKERS.machine)),
    "changes that failed otherwise": (time) =>
      time.every("1m", 9, (at) =>
        toBedrock(CHANGES[at] ?? "", MAKERS.machine, { errorCode: "ValidationException" }),
      ),
    "credentials for other services, and other users": (time) =>
      time.at(
        "+0s",
        denied("DeleteGuardrail"),
        denied("UpdateGuardrail"),
        toIam("CreateServiceSpecificCredential", MAKERS.machine, DENIED, {
          requestParameters: { serviceName: "codecommit.amazonaws.com" },
        }),
        toIam("CreateUser", MAKERS.machine, DENIED, { requestParameters: { userName: "kim" } }),
        toIam("DeleteServiceSpecificCredential", MAKERS.machine, DENIED, {
          requestParameters: { serviceName: "bedrock.amazonaws.com" },
        }),
      ),
    "another service's actions of those names": (time) =>
      time.every("1m", 9, (at) => toIam(CHANGES[at] ?? "", MAKERS.machine, DENIED)),
    "looking around": (time) =>
      time.at("+0s", denied("ListGuardrails"), denied("ListFoundationModels"), denied("ListAgents")),
    "two principals": (time) =>
      time
        .at("+0s", denied("DeleteGuardrail"), denied("UpdateGuardrail"))
        .at("+1m", toBedrock("PutUseCaseForModelAccess", MAKERS.person, DENIED)),
  },
});
