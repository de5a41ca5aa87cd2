import { defineCases, invocation, type SampleOf } from "caracal/testing";
import { FEDERATED, person } from "./call-by.cases.ts";
import { errorSpike } from "./error-spike.ts";

/** A call that failed, by the user dana unless it says otherwise. */
const failed = (errorCode: string, differs: SampleOf<typeof errorSpike> = {}) =>
  invocation({ errorCode, input: null, output: null, ...differs });

const OWN_FAULT = [
  "AccessDeniedException",
  "ValidationException",
  "ResourceNotFoundException",
  "AccessDeniedException",
] as const;
const FAULT_OF_AWS = [
  "InternalServerException",
  "ServiceUnavailableException",
  "ModelTimeoutException",
  "ModelErrorException",
] as const;
const OPERATIONS = ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"] as const;

const denied = failed("AccessDeniedException");

export const errorSpikeCases = defineCases(errorSpike, {
  raises: {
    "twenty failures of all kinds, operations and models": {
      records: (time) =>
        time.every("45s", 20, (at) =>
          failed(OWN_FAULT[at % 4] ?? "", {
            operation: OPERATIONS[at % 4] ?? "",
            modelId: `model-${at % 3}`,
          }),
        ),
      alert: {
        severity: "HIGH",
        title: "20 failed Bedrock calls by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+14m15s",
        eventCount: 20,
        threshold: { measure: "count", value: 20, atLeast: 20, within: "1h" },
        context: {
          principal: "111122223333:user/dana",
          errors: 20,
          since: "2026-03-02T09:00:00.000Z",
          lastError: "AccessDeniedException",
          lastErrorClass: "access",
          lastModel: "model-1",
          region: "eu-central-1",
        },
        summary: {
          errorCode: { AccessDeniedException: 10, ValidationException: 5, ResourceNotFoundException: 5 },
          modelId: { "model-0": 7, "model-1": 7, "model-2": 6 },
          region: { "eu-central-1": 20 },
        },
        destinations: [],
      },
    },
    "the twentieth within an hour, by a millisecond": {
      records: (time) => time.every("1s", 19, denied).expectNothing().at("+59m59s999ms", denied),
      alert: { eventCount: 20, createdAt: "+59m59s999ms" },
    },
    "a role, whichever of its sessions calls, quietly": {
      records: (time) =>
        time.every("10s", 20, (at) =>
          failed("ValidationException", {
            operation: "InvokeModel",
            identity: { arn: `arn:aws:sts::111122223333:assumed-role/claims-summary/task-${at}` },
          }),
        ),
      alert: { severity: "LOW", dedup: "111122223333:role/claims-summary" },
    },
    "a person, loudly": {
      records: (time) =>
        time.every("10s", 20, failed("ValidationException", { identity: { arn: person("kim") } })),
      alert: { severity: "MEDIUM" },
    },
    "a model with a name that is too long, cut": {
      records: (time) => time.every("1s", 20, failed("ValidationException", { modelId: "m".repeat(200) })),
      alert: { context: { lastModel: "m".repeat(100) } },
    },
    "a session that a user handed out": {
      records: (time) =>
        time.every("1s", 20, failed("ValidationException", { identity: { arn: FEDERATED } })),
      alert: { severity: "HIGH" },
    },
    "once an hour while it goes on": {
      records: (time) =>
        time
          .every("1s", 20, denied)
          .expectAlert()
          .at("+59m")
          .every("1s", 40, denied)
          .expectUpdate({ eventCount: 60 })
          .at("+1h1m")
          .every("1s", 20, denied),
      alert: { createdAt: "+1h1m19s", eventCount: 20 },
    },
  },
  ignores: {
    "nineteen failures": (time) => time.every("1s", 19, denied),
    "twenty failures, the last an hour after the first": (time) =>
      time.every("1s", 19, denied).at("+1h", denied),
    "failures of AWS itself": (time) =>
      time.every("1s", 100, (at) => failed(FAULT_OF_AWS[at % 4] ?? "", { operation: "ConverseStream" })),
    "throttled calls that are tried again and again": (time) =>
      time.every("1s", 100, (at) =>
        failed(at % 2 === 0 ? "ThrottlingException" : "ServiceQuotaExceededException", {
          operation: "InvokeModel",
        }),
      ),
    "calls that go well": (time) =>
      time.every("1s", 100, (at) => invocation({ operation: OPERATIONS[at % 4] ?? "" })),
    "nineteen failures each of three users": (time) =>
      time.every("1s", 57, (at) =>
        failed("ValidationException", { identity: { arn: `arn:aws:iam::111122223333:user/user-${at % 3}` } }),
      ),
  },
});
