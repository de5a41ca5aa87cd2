import { defineCases } from "caracal/testing";
import { callBy, DANA, FEDERATED, OFFLOADED, person, refusal, session } from "./call-by.cases.ts";
import { validationBurst } from "./validation-burst.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

const invalid = (arn = DANA, operation = "Converse") =>
  refusal("ValidationException", HAIKU, { operation, identity: { arn } });

export const validationBurstCases = defineCases(validationBurst, {
  raises: {
    "ten invalid requests of a user": {
      records: (time) =>
        time.every("20s", 10, (at) => invalid(DANA, at % 2 === 0 ? "InvokeModel" : "ConverseStream")),
      alert: {
        severity: "MEDIUM",
        title: "10 invalid Bedrock requests by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+3m",
        eventCount: 10,
        context: { principal: "111122223333:user/dana", model: HAIKU },
        summary: {
          modelId: { [HAIKU]: 10 },
          operation: { InvokeModel: 5, ConverseStream: 5 },
          region: { "eu-central-1": 10 },
        },
        destinations: [],
      },
    },
    "the tenth within five minutes, by a millisecond": {
      records: (time) =>
        time.every("1s", 9, invalid(FEDERATED)).expectNothing().at("+4m59s999ms", invalid(FEDERATED)),
      alert: { severity: "MEDIUM" },
    },
    "a broken deployment, quietly": {
      records: (time) =>
        time.every("1s", 10, (at) => invalid(session(`task-${at}`), "InvokeModelWithResponseStream")),
      alert: { severity: "LOW", dedup: "111122223333:role/claims-summary" },
    },
    "a person, quietly, once in six hours": {
      records: (time) =>
        time
          .every("1s", 10, invalid(person("kim")))
          .expectAlert({ severity: "LOW" })
          .at("+5h59m")
          .every("1s", 10, invalid(person("kim")))
          .expectUpdate({ eventCount: 20 })
          .at("+6h1m")
          .every("1s", 10, invalid(person("kim"))),
      alert: { createdAt: "+6h1m9s" },
    },
  },
  ignores: {
    "calls that are answered": (time) => time.every("1s", 60, callBy(DANA, OFFLOADED)),
    "nine invalid requests": (time) => time.every("1s", 9, invalid()),
    "ten, the last five minutes after the first": (time) =>
      time.every("1s", 9, invalid()).at("+5m", invalid()),
    "calls that are denied or throttled": (time) =>
      time.every("1s", 40, (at) =>
        refusal(at % 2 === 0 ? "AccessDeniedException" : "ThrottlingException", HAIKU, {
          operation: "InvokeModel",
        }),
      ),
    "five each of two users": (time) =>
      time.every("1s", 10, (at) => invalid(`arn:aws:iam::111122223333:user/user-${at % 2}`)),
  },
});
