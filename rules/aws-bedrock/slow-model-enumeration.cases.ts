import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, person, refusal, session } from "./call-by.cases.ts";
import { slowModelEnumeration } from "./slow-model-enumeration.ts";

/** A refusal by one model of many. */
const refused = (at: number, arn = DANA, code = "AccessDeniedException") =>
  refusal(code, `model-${at}`, {
    operation: at % 2 === 0 ? "InvokeModel" : "ConverseStream",
    identity: { arn },
  });

export const slowModelEnumerationCases = defineCases(slowModelEnumeration, {
  raises: {
    "six models over a day": {
      records: (time) => time.every("4h", 6, (at) => refused(at)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana was refused by 6 Bedrock models in a day",
        dedup: "111122223333:user/dana",
        createdAt: "+20h",
        eventCount: 6,
        context: { principal: "111122223333:user/dana", model: "model-5" },
        summary: { errorCode: { AccessDeniedException: 6 }, region: { "eu-central-1": 6 } },
        destinations: [],
      },
    },
    "the sixth within the day, by a millisecond": {
      records: (time) =>
        time
          .every("1h", 5, (at) => refused(at))
          .expectNothing()
          .at("+23h59m59s999ms", refused(5)),
    },
    "a role over its sessions, by what does not exist or is invalid": {
      records: (time) =>
        time.every("1h", 6, (at) =>
          refused(
            at,
            session(`task-${at}`),
            at % 2 === 0 ? "ResourceNotFoundException" : "ValidationException",
          ),
        ),
      alert: { dedup: "111122223333:role/claims-summary" },
    },
    "once a day": {
      records: (time) =>
        time
          .every("1h", 6, (at) => refused(at))
          .expectAlert()
          .at("+28h")
          .every("1m", 6, (at) => refused(at))
          .expectUpdate({ eventCount: 12 })
          .at("+30h")
          .every("1m", 6, (at) => refused(at)),
      alert: { createdAt: "+30h5m" },
    },
  },
  ignores: {
    "models that answer": (time) =>
      time.every("1s", 40, (at) => callBy(DANA, { modelId: `model-${at}`, ...OFFLOADED })),
    "five models, over and over and in many regions": (time) =>
      time.every("10m", 100, (at) =>
        refusal("AccessDeniedException", `model-${at % 5}`, { region: `us-test-${at % 7}` }),
      ),
    "six models, the sixth after a day": (time) =>
      time.every("1h", 5, (at) => refused(at)).at("+1d", refused(5)),
    "a person whose requests models find invalid": (time) =>
      time.every("1h", 10, (at) => refused(at, person("kim"), "ValidationException")),
    "a job that is throttled on many models": (time) =>
      time.every("1h", 10, (at) => refused(at, DANA, "ThrottlingException")),
    "six models of six principals": (time) =>
      time.every("1h", 6, (at) => refused(at, `arn:aws:iam::111122223333:user/user-${at}`)),
  },
});
