import { defineCases } from "caracal/testing";
import { listingDenied } from "./listing-denied.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2", "eu-north-1"];
const ACTIONS = [
  "GetFoundationModelAvailability",
  "GetModelInvocationLoggingConfiguration",
  "GetUseCaseForModelAccess",
  "ListCustomModels",
  "ListFoundationModelAgreementOffers",
  "ListFoundationModels",
  "ListGuardrails",
  "ListImportedModels",
  "ListInferenceProfiles",
  "ListProvisionedModelThroughputs",
];
const inRegion = (at: number, maker: object = MAKERS.key) =>
  toBedrock("ListFoundationModels", maker, DENIED, { awsRegion: REGIONS[at % 5] ?? "" });

export const listingDeniedCases = defineCases(listingDenied, {
  raises: {
    "a key in four regions within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1s", 3, (at) => inRegion(at))
          .expectNothing()
          .at("+59m59s999ms", inRegion(3)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana was denied 4 ways to look around in Bedrock",
        dedup: "111122223333 111122223333:user/dana",
        threshold: { measure: "unique", value: 4, atLeast: 4, within: "1h" },
        context: { who: "key", action: "ListFoundationModels" },
        summary: {
          eventName: { ListFoundationModels: 4 },
          awsRegion: { "us-east-1": 1, "us-west-2": 1, "eu-west-1": 1, "ap-southeast-2": 1 },
          sourceIPAddress: { "192.0.2.10": 4 },
        },
      },
    },
    "a key with every request there is": {
      records: (time) => time.every("1s", 10, (at) => toBedrock(ACTIONS[at] ?? "", MAKERS.key, DENIED)),
      alert: { eventCount: 10, createdAt: "+3s" },
    },
    "a scanner's role, which is LOW": {
      records: (time) => time.every("1s", 5, (at) => inRegion(at, MAKERS.machine)),
      alert: { severity: "LOW" },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1s", 5, (at) => inRegion(at))
          .expectAlert()
          .at("+5h50m")
          .every("1s", 5, (at) => inRegion(at))
          .expectUpdate()
          .at("+6h30m")
          .every("1s", 5, (at) => inRegion(at)),
    },
  },
  ignores: {
    "one request in three regions, again and again": (time) =>
      time.every("10s", 60, (at) => inRegion(at % 3)),
    "four regions, the last an hour after the first": (time) =>
      time.every("1s", 3, (at) => inRegion(at)).at("+1h", inRegion(3)),
    "a key that may": (time) => time.every("1s", 10, (at) => toBedrock(ACTIONS[at] ?? "", MAKERS.key)),
    "requests of another service": (time) =>
      time.every("1s", 10, (at) =>
        toIam(ACTIONS[at] ?? "", MAKERS.key, DENIED, { awsRegion: REGIONS[at % 5] ?? "" }),
      ),
  },
});
