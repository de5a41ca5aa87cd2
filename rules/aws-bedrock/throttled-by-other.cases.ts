import { defineCases, type Timeline } from "caracal/testing";
import { callBy, DANA, refusal, session } from "./call-by.cases.ts";
import { throttledByOther } from "./throttled-by-other.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const NOVA = "amazon.nova-pro-v1:0";

const throttled = (arn: string, modelId = HAIKU) =>
  refusal("ThrottlingException", modelId, { operation: "InvokeModel", identity: { arn } });

/** Three quiet days of dana, then more calls than ever. */
const flood = (time: Timeline) =>
  time
    .every("1d", 3, callBy(DANA))
    .at("+3d")
    .every("10s", 39, callBy(DANA, { operation: "ConverseStream" }));

export const throttledByOtherCases = defineCases(throttledByOther, {
  raises: {
    "a principal that floods, and fifty calls that are throttled": {
      records: (time) =>
        flood(time)
          .at("+3d20m")
          .every("1s", 50, throttled(session("task")))
          .expectNothing()
          .at("+3d25m", callBy(DANA)),
      alert: {
        severity: "MEDIUM",
        title: `111122223333:user/dana uses up the quota of ${HAIKU}`,
        dedup: `111122223333 ${HAIKU}`,
        createdAt: "+3d25m",
        context: { principal: "111122223333:user/dana", model: HAIKU, throttled: 50 },
        destinations: [],
      },
    },
    "one that is throttled itself": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+3d").every("1s", 50, throttled(DANA)),
      alert: { createdAt: "+3d49s" },
    },
    "the fiftieth throttled call within an hour of the flood, by a millisecond": {
      records: (time) =>
        flood(time)
          .at("+3d20m", callBy(DANA))
          .every("1s", 49, throttled(session("task")))
          .expectNothing()
          .at("+3d1h19m59s999ms", throttled(session("task"))),
    },
    "once in six hours": {
      records: (time) =>
        flood(time)
          .at("+3d20m", callBy(DANA))
          .every("1s", 50, throttled(session("task")))
          .expectAlert()
          .at("+3d6h19m")
          .every("1s", 50, throttled(session("task")))
          .expectNothing()
          .at("+3d8h")
          .every("10s", 120, callBy(DANA))
          .every("1s", 50, throttled(session("task"))),
    },
  },
  ignores: {
    "forty-nine throttled calls": (time) =>
      flood(time)
        .at("+3d20m", callBy(DANA))
        .every("1s", 49, throttled(session("task"))),
    "the fiftieth throttled call an hour after the flood": (time) =>
      flood(time)
        .at("+3d20m", callBy(DANA))
        .every("1s", 49, throttled(session("task")))
        .at("+3d1h20m", throttled(session("task"))),
    "many that are throttled, each as busy as ever": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+3d")
        .every("1s", 100, (at) => throttled(`arn:aws:iam::111122223333:user/user-${at % 10}`)),
    "others that are throttled on another model": (time) =>
      flood(time)
        .at("+3d20m", callBy(DANA))
        .every("1s", 60, throttled(session("task"), NOVA)),
  },
});
