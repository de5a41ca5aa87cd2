import { defineCases, invocation } from "caracal/testing";
import { keyScoutedThenCalled } from "./key-scouted-then-called.ts";
import { byKey, byRole } from "./made-events.cases.ts";

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1"];
const listed = (at: number) => byKey("ListFoundationModels", { awsRegion: REGIONS[at % 3] ?? "" });
const call = invocation({ operation: "InvokeModel", modelId: "m".repeat(300), region: "us-west-2" });

export const keyScoutedThenCalledCases = defineCases(keyScoutedThenCalled, {
  raises: {
    "one question in three regions, then a call": {
      records: (time) =>
        time
          .every("1m", 3, (at) => listed(at))
          .expectNothing()
          .at("+59m59s", call),
      alert: {
        severity: "MEDIUM",
        title: `111122223333:user/dana looked around in Bedrock, then called ${"m".repeat(100)}`,
        dedup: "111122223333:user/dana",
        context: {
          principal: "111122223333:user/dana",
          sourceAddress: "192.0.2.10",
          asked: 3,
          model: "m".repeat(100),
          region: "us-west-2",
        },
      },
    },
    "three questions, then a request that is wrong": {
      records: (time) =>
        time
          .at(
            "+0s",
            byKey("ListFoundationModels", { sourceIPAddress: null }),
            byKey("GetModelInvocationLoggingConfiguration", { sourceIPAddress: null }),
            byKey("GetFoundationModelAvailability", { sourceIPAddress: null }),
          )
          .at(
            "+5m",
            invocation({ errorCode: "ValidationException", region: null, input: null, output: null }),
          ),
      alert: { context: { sourceAddress: "", region: "" } },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1m", 3, (at) => listed(at))
          .at("+10m", call)
          .expectAlert()
          .at("+6h")
          .every("1m", 3, (at) => listed(at))
          .at("+6h9m", call)
          .expectUpdate()
          .at("+7h")
          .every("1m", 3, (at) => listed(at))
          .at("+7h10m", call),
    },
  },
  ignores: {
    "software that lists models when it starts": (time) =>
      time.every("10m", 20, (at) => (at % 2 === 0 ? byKey("ListFoundationModels") : call)),
    "two regions": (time) => time.every("1m", 20, (at) => listed(at % 2)).at("+30m", call),
    "a call an hour after the first question": (time) =>
      time.every("1m", 3, (at) => listed(at)).at("+1h", call),
    "questions of another": (time) =>
      time
        .every("1m", 3, (at) => byRole("ListFoundationModels", { awsRegion: REGIONS[at] ?? "" }))
        .at("+10m", call),
    "a call before the questions": (time) =>
      time
        .at("+0s", call)
        .at("+1m")
        .every("1m", 3, (at) => listed(at)),
  },
});
