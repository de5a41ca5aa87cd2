import { defineCases } from "caracal/testing";
import { DANA, person, refusal, session } from "./call-by.cases.ts";
import { modelEnumeration } from "./model-enumeration.ts";

const CODES = ["AccessDeniedException", "ResourceNotFoundException", "ValidationException"];
const OPERATIONS = ["Converse", "InvokeModel", "InvokeModelWithResponseStream", "ConverseStream"];

/** A refusal by one model of many. */
const refused = (at: number, arn = DANA, code = CODES[at % 3] ?? "") =>
  refusal(code, `model-${at}`, { operation: OPERATIONS[at % 4] ?? "", identity: { arn } });

export const modelEnumerationCases = defineCases(modelEnumeration, {
  raises: {
    "five models with each kind of refusal": {
      records: (time) => time.every("1m", 5, (at) => refused(at)),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana was refused by 5 Bedrock models",
        dedup: "111122223333:user/dana",
        createdAt: "+4m",
        eventCount: 5,
        context: { principal: "111122223333:user/dana", model: "model-4" },
        summary: {
          modelId: { "model-0": 1, "model-1": 1, "model-2": 1, "model-3": 1, "model-4": 1 },
          errorCode: { AccessDeniedException: 2, ResourceNotFoundException: 2, ValidationException: 1 },
          region: { "eu-central-1": 5 },
        },
        destinations: [],
      },
    },
    "one model in five regions": {
      records: (time) =>
        time.every("1m", 5, (at) =>
          refusal("AccessDeniedException", "anthropic.claude-v2:1", { region: `us-test-${at}` }),
        ),
    },
    "the fifth model within a quarter of an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1s", 4, (at) => refused(at))
          .expectNothing()
          .at("+14m59s999ms", refused(4)),
    },
    "a role that changes its session with each model": {
      records: (time) => time.every("1m", 5, (at) => refused(at, session(`task-${at}`))),
      alert: { severity: "HIGH", dedup: "111122223333:role/claims-summary" },
    },
    "a person who is denied": {
      records: (time) => time.every("1m", 5, (at) => refused(at, person("kim"), "AccessDeniedException")),
      alert: { severity: "MEDIUM" },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1s", 5, (at) => refused(at))
          .expectAlert()
          .at("+5h59m")
          .every("1s", 5, (at) => refused(at))
          .expectUpdate({ eventCount: 10 })
          .at("+6h1m")
          .every("1s", 5, (at) => refused(at)),
      alert: { createdAt: "+6h1m4s" },
    },
  },
  ignores: {
    "four models, over and over": (time) => time.every("1s", 60, (at) => refused(at % 4)),
    "five models, the fifth after a quarter of an hour": (time) =>
      time.every("1s", 4, (at) => refused(at)).at("+15m", refused(4)),
    "a person whose requests models find invalid": (time) =>
      time.every("1s", 10, (at) => refused(at, person("kim"), "ValidationException")),
    "many models that are throttled or fail": (time) =>
      time.every("1s", 20, (at) =>
        refused(at, DANA, at % 2 === 0 ? "ThrottlingException" : "ServiceUnavailableException"),
      ),
    "many models that answer": (time) => time.every("1s", 10, (at) => refused(at, DANA, "")),
    "five models of five principals": (time) =>
      time.every("1s", 5, (at) => refused(at, `arn:aws:iam::111122223333:user/user-${at}`)),
  },
});
