import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, refusal, session } from "./call-by.cases.ts";
import { throttleStorm } from "./throttle-storm.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const CODES = ["ThrottlingException", "ServiceQuotaExceededException"];

const throttled = (at: number, arn = DANA, modelId = HAIKU) =>
  refusal(CODES[at % 2] ?? "", modelId, {
    operation: at % 2 === 0 ? "InvokeModel" : "ConverseStream",
    identity: { arn },
  });

export const throttleStormCases = defineCases(throttleStorm, {
  raises: {
    "thirty throttled calls of two principals": {
      records: (time) => time.every("5s", 30, (at) => throttled(at, at % 3 === 0 ? session("task") : DANA)),
      alert: {
        severity: "LOW",
        title: `30 throttled calls of ${HAIKU} in account 111122223333`,
        dedup: `111122223333 ${HAIKU}`,
        createdAt: "+2m25s",
        eventCount: 30,
        context: { model: HAIKU, region: "eu-central-1" },
        summary: {
          "identity.arn": { [DANA]: 20, [session("task")]: 10 },
          errorCode: { ThrottlingException: 15, ServiceQuotaExceededException: 15 },
          region: { "eu-central-1": 30 },
        },
        destinations: [],
      },
    },
    "the thirtieth within five minutes, by a millisecond": {
      records: (time) =>
        time
          .every("1s", 29, (at) => throttled(at))
          .expectNothing()
          .at("+4m59s999ms", throttled(0)),
    },
    "a model with a name that is too long, cut": {
      records: (time) => time.every("1s", 30, (at) => throttled(at, DANA, "m".repeat(200))),
      alert: { title: `30 throttled calls of ${"m".repeat(100)} in account 111122223333` },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1s", 30, (at) => throttled(at))
          .expectAlert()
          .at("+5h59m")
          .every("1s", 30, (at) => throttled(at))
          .expectUpdate({ eventCount: 60 })
          .at("+6h1m")
          .every("1s", 30, (at) => throttled(at)),
      alert: { createdAt: "+6h1m29s" },
    },
  },
  ignores: {
    "calls that are answered": (time) => time.every("1s", 60, callBy(DANA, OFFLOADED)),
    "twenty-nine throttled calls": (time) => time.every("1s", 29, (at) => throttled(at)),
    "thirty, the last five minutes after the first": (time) =>
      time.every("1s", 29, (at) => throttled(at)).at("+5m", throttled(0)),
    "twenty each of two models": (time) =>
      time.every("1s", 40, (at) => throttled(at, DANA, at % 2 === 0 ? HAIKU : "amazon.nova-pro-v1:0")),
    "calls that are denied": (time) =>
      time.every("1s", 60, refusal("AccessDeniedException", HAIKU, { operation: "InvokeModel" })),
  },
});
