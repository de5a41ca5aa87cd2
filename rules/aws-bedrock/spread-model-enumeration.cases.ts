import { defineCases } from "caracal/testing";
import { callBy, DANA, refusal, session } from "./call-by.cases.ts";
import { spreadModelEnumeration } from "./spread-model-enumeration.ts";

const CODES = ["AccessDeniedException", "ResourceNotFoundException", "ValidationException"];

/** A refusal by one model of many, each time of another principal. */
const refused = (at: number, code = CODES[at % 3] ?? "", accountId = "111122223333") =>
  refusal(code, `model-${at}`, {
    accountId,
    operation: at % 2 === 0 ? "InvokeModel" : "ConverseStream",
    identity: { arn: at === 3 ? session("task") : `arn:aws:iam::111122223333:user/user-${at}` },
  });

export const spreadModelEnumerationCases = defineCases(spreadModelEnumeration, {
  raises: {
    "four models that nobody used, by four principals": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+4d")
          .every("1h", 4, (at) => refused(at)),
      alert: {
        severity: "MEDIUM",
        title: "4 models that nobody uses were tried out in account 111122223333",
        dedup: "111122223333",
        createdAt: "+4d3h",
        context: { principal: "111122223333:role/claims-summary", model: "model-3" },
        destinations: [],
      },
    },
    "the fourth within a day, by a millisecond; and once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+4d")
          .every("1h", 3, (at) => refused(at))
          .expectNothing()
          .at("+4d23h59m59s999ms", refused(3))
          .expectAlert()
          .at("+5d23h")
          .every("1s", 4, (at) => refused(at + 10))
          .expectUpdate()
          .at("+6d1h")
          .every("1s", 4, (at) => refused(at + 20)),
      alert: { createdAt: "+6d1h3s" },
    },
  },
  ignores: {
    "three models that nobody used": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+4d")
        .every("1h", 3, (at) => refused(at)),
    "the fourth after a day": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+4d")
        .every("1h", 3, (at) => refused(at))
        .at("+5d", refused(3)),
    "models that are in use, when a policy shuts all out": (time) =>
      time
        .every("1h", 8, (at) => callBy(DANA, { modelId: `model-${at}` }))
        .at("+4d")
        .every("1m", 8, (at) => refused(at, "AccessDeniedException")),
    "new models that answer, are throttled or fail": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+4d")
        .every("1h", 9, (at) => refused(at, ["", "ThrottlingException", "InternalServerException"][at % 3])),
    "two models each in two accounts": (time) =>
      time
        .at("+0s", callBy(DANA), callBy(DANA, { accountId: "444455556666" }))
        .at("+4d")
        .every("1h", 4, (at) => refused(at, undefined, at % 2 === 0 ? "111122223333" : "444455556666")),
  },
});
