import { defineCases, invocation } from "caracal/testing";
import { bodiesMissing } from "./bodies-missing.ts";

const identity = (at: number) => ({ arn: `arn:aws:sts::111122223333:assumed-role/app-${at}/task` });
const whole = (at: number, region = "eu-central-1") =>
  invocation({
    region,
    identity: identity(at),
    input: { inputBodyJson: {} },
    output: { outputBodyJson: {} },
  });
const bare = (at: number, region = "eu-central-1") =>
  invocation({ region, identity: identity(at), operation: "ConverseStream" });

export const bodiesMissingCases = defineCases(bodiesMissing, {
  raises: {
    "three principals within twelve hours": {
      records: (time) =>
        time
          .every("1m", 3, (at) => whole(at))
          .at("+2d", bare(0), bare(1))
          .expectNothing()
          .at("+2d11h59m1ms", bare(2)),
      alert: {
        severity: "MEDIUM",
        title: "Records of account 111122223333, eu-central-1 come without prompts and answers",
        dedup: "111122223333 eu-central-1",
        context: {
          account: "111122223333",
          region: "eu-central-1",
          principals: 3,
          since: "2026-03-04T09:00:00.000Z",
        },
      },
    },
    "once a day": {
      records: (time) =>
        time
          .every("1m", 9, (at) => whole(at))
          .at("+2d", bare(0), bare(1), bare(2))
          .expectAlert()
          .at("+2d23h", bare(3), bare(4), bare(5))
          .expectUpdate()
          .at("+3d", bare(6), bare(7), bare(8)),
    },
  },
  ignores: {
    "a region that never delivers bodies": (time) => time.every("1h", 200, (at) => bare(at % 5)),
    "three principals that come again after four days": (time) =>
      time
        .every("1m", 3, (at) => whole(at))
        .at("+4d")
        .every("1m", 3, (at) => whole(at)),
    "two principals": (time) =>
      time
        .every("1m", 3, (at) => whole(at))
        .at("+2d")
        .every("1m", 60, (at) => bare(at % 2)),
    "three principals, the last twelve hours after the first": (time) =>
      time
        .every("1m", 3, (at) => whole(at))
        .at("+2d", bare(0), bare(1))
        .at("+2d12h", bare(2)),
    "three principals of two regions": (time) =>
      time
        .every("1m", 3, (at) => whole(at))
        .every("1m", 3, (at) => whole(at, "us-east-1"))
        .at("+2d", bare(0), bare(1), bare(2, "us-east-1")),
    "bodies that come for the first time": (time) =>
      time
        .every("1m", 3, (at) => bare(at))
        .at("+2d")
        .every("1m", 3, (at) => whole(at)),
  },
});
