import { defineCases } from "caracal/testing";
import { callBy, DANA, session } from "./call-by.cases.ts";
import { regionHopping } from "./region-hopping.ts";

const inRegion = (region: string, arn = DANA) => callBy(arn, { region });

export const regionHoppingCases = defineCases(regionHopping, {
  raises: {
    "a key in two new regions": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", inRegion("us-east-1"))
          .at(
            "+6d5m",
            callBy(DANA, {
              region: "us-west-2",
              operation: "InvokeModel",
              errorCode: "AccessDeniedException",
            }),
          ),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana calls Bedrock in two regions that are new to it",
        dedup: "111122223333:user/dana",
        createdAt: "+6d5m",
        context: {
          principal: "111122223333:user/dana",
          regions: 2,
          since: "2026-03-08T09:00:00.000Z",
          last: { region: "us-west-2", model: "anthropic.claude-3-haiku-20240307-v1:0" },
        },
        destinations: [],
      },
    },
    "a role, the second within a day by a millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(session("a")))
          .at("+6d", inRegion("us-east-1", session("b")))
          .expectNothing()
          .at(
            "+6d23h59m59s999ms",
            callBy(session("c"), { region: "us-west-2", operation: "ConverseStream" }),
          ),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", inRegion("us-east-1"), inRegion("us-west-2"))
          .expectAlert()
          .at("+6d23h59m59s999ms", inRegion("eu-west-1"), inRegion("eu-west-2"))
          .expectUpdate()
          .at("+7d", inRegion("ap-south-1"), inRegion("ap-south-2")),
    },
  },
  ignores: {
    "a failover to one other region": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d").every("1m", 50, inRegion("us-east-1")),
    "the second a day after the first": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d", inRegion("us-east-1")).at("+7d", inRegion("us-west-2")),
    "an application of three regions": (time) =>
      time.at("+0s", callBy(DANA)).every("1d", 12, (at) =>
        callBy(session("a"), {
          region: ["us-east-1", "us-west-2", "eu-west-1"][at % 3] ?? "",
          operation: "InvokeModel",
        }),
      ),
    "two principals": (time) =>
      time
        .at("+0s", callBy(DANA), callBy(session("a")))
        .at("+6d", inRegion("us-east-1"), inRegion("us-west-2", session("b"))),
  },
});
