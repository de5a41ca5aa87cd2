import { defineCases } from "caracal/testing";
import { callBy, refusal, session } from "./call-by.cases.ts";
import { errorFlood } from "./error-flood.ts";

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const APP = session("task");
const denied = refusal("AccessDeniedException", HAIKU, { identity: { arn: APP } });
const invalid = refusal("ValidationException", HAIKU, { identity: { arn: APP }, operation: "InvokeModel" });

export const errorFloodCases = defineCases(errorFlood, {
  raises: {
    "forty failures of an application that calls once a day": {
      records: (time) =>
        time
          .every("1d", 3, callBy(APP))
          .at("+3d")
          .every("10s", 39, denied)
          .expectNothing()
          .at("+3d10m", invalid),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/claims-summary fails far more often than it usually calls",
        dedup: "111122223333:role/claims-summary",
        createdAt: "+3d10m",
        context: { principal: "111122223333:role/claims-summary", lastError: "AccessDeniedException" },
        destinations: [],
      },
    },
    "failures first, within three hours by a millisecond, and answers then": {
      records: (time) =>
        time
          .every("1d", 3, callBy(APP))
          .at("+3d")
          .every("1s", 20, invalid)
          .at("+3d2h20m")
          .every("1m", 39, callBy(APP, { operation: "ConverseStream" }))
          .expectNothing()
          .at("+3d3h18s999ms", callBy(APP)),
    },
    "once in twelve hours": {
      records: (time) =>
        time
          .every("1d", 3, callBy(APP))
          .at("+3d")
          .every("10s", 60, denied)
          .expectAlert()
          .at("+3d7h")
          .every("10s", 60, denied)
          .expectUpdate()
          .at("+3d14h")
          .every("10s", 60, denied),
    },
  },
  ignores: {
    "an application that fails as often as it calls": (time) =>
      [0, 1, 2, 3]
        .reduce((days, day) => days.at(`+${day}d`).every("1m", 50, callBy(APP)), time)
        .at("+4d")
        .every("1m", 50, denied),
    "nineteen failures among many calls": (time) =>
      time
        .every("1d", 3, callBy(APP))
        .at("+3d")
        .every("10s", 60, callBy(APP, { operation: "InvokeModel" }))
        .every("1s", 19, denied),
    "a flood three hours after the failures": (time) =>
      time
        .every("1d", 3, callBy(APP))
        .at("+3d")
        .every("1s", 20, denied)
        .at("+3d3h20s")
        .every("10s", 100, callBy(APP)),
    "failures of AWS": (time) =>
      time
        .every("1d", 3, callBy(APP))
        .at("+3d")
        .every("10s", 100, refusal("ServiceUnavailableException", HAIKU, { identity: { arn: APP } })),
    "failures of one and a flood of another": (time) =>
      time
        .every("1d", 3, callBy(APP))
        .at("+3d")
        .every("1s", 20, refusal("AccessDeniedException", HAIKU))
        .every("10s", 60, callBy(APP)),
  },
});
