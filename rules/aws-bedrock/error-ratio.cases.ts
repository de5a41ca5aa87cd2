import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, refusal, session } from "./call-by.cases.ts";
import { errorRatio } from "./error-ratio.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const denied = refusal("AccessDeniedException", HAIKU);

export const errorRatioCases = defineCases(errorRatio, {
  raises: {
    "twelve failures in three hours, slowly": {
      records: (time) =>
        time.every("15m", 12, (at) =>
          refusal(at % 2 === 0 ? "ResourceNotFoundException" : "ValidationException", `model-${at}`, {
            operation: at % 2 === 0 ? "Converse" : "InvokeModelWithResponseStream",
          }),
        ),
      alert: {
        severity: "MEDIUM",
        title: "100 % of the Bedrock calls of 111122223333:user/dana fail",
        dedup: "111122223333:user/dana",
        createdAt: "+2h45m",
        eventCount: 12,
        context: { principal: "111122223333:user/dana", kind: "user", calls: 12, share: 1 },
        summary: {
          errorCode: { ResourceNotFoundException: 6, ValidationException: 6 },
          region: { "eu-central-1": 12 },
        },
        destinations: [],
      },
    },
    "nine failures of twelve calls": {
      records: (time) => time.every("1m", 3, invocation()).every("1m", 9, denied),
      alert: { title: "75 % of the Bedrock calls of 111122223333:user/dana fail", context: { share: 0.75 } },
    },
    "the twelfth within three hours, by a millisecond": {
      records: (time) => time.every("1m", 11, denied).expectNothing().at("+2h59m59s999ms", denied),
    },
    "every twelve hours while it goes on": {
      records: (time) =>
        time
          .every("1m", 12, denied)
          .expectAlert()
          .at("+12h")
          .every("1m", 11, denied)
          .expectUpdate({ eventCount: 23 })
          .every("1m", 12, denied),
      alert: { eventCount: 12 },
    },
  },
  ignores: {
    "eleven failures": (time) => time.every("1m", 11, denied),
    "seven of ten": (time) => time.every("1m", 6, invocation()).every("1m", 14, denied),
    "twelve failures, the last three hours after the first": (time) =>
      time.every("1m", 11, denied).at("+3h", denied),
    "a job that is throttled, and an outage of AWS": (time) =>
      time.every("1s", 60, (at) =>
        refusal(at % 2 === 0 ? "ThrottlingException" : "ServiceUnavailableException", HAIKU),
      ),
    "six failures each of two users": (time) =>
      time.every("1m", 12, (at) =>
        refusal("ValidationException", HAIKU, {
          operation: "InvokeModel",
          identity: { arn: at % 2 === 0 ? DANA : "arn:aws:iam::111122223333:user/kim" },
        }),
      ),
    "a role's": (time) =>
      time.every("1m", 12, (at) =>
        refusal("ValidationException", HAIKU, { identity: { arn: session(`task-${at}`) } }),
      ),
    "calls that go well": (time) => time.every("1m", 30, callBy(DANA)),
  },
});
