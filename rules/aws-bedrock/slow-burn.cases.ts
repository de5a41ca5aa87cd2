import { defineCases } from "caracal/testing";
import { callBy, OFFLOADED, person } from "./call-by.cases.ts";
import { slowBurn } from "./slow-burn.ts";
import { operation, SONNET, used } from "./used.cases.ts";

/** Every two hours as much as is a signal. */
const drip = (at: number) => used(160_000, { modelId: SONNET, operation: operation(at) });

export const slowBurnCases = defineCases(slowBurn, {
  raises: {
    "five hours of half a day above its own past, each below what is loud": {
      records: (time) => time.every("1d", 3, used(1000)).at("+2d1h").every("2h", 5, drip),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana uses more Bedrock tokens than usual, hour after hour",
        dedup: "111122223333:user/dana",
        createdAt: "+2d9h",
        context: {
          principal: "111122223333:user/dana",
          hours: 5,
          since: "2026-03-04T10:00:00.000Z",
          lastModel: SONNET,
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "five hours at their closest, of streams": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d1h")
          .every("1h", 5, used(160_000, { operation: "ConverseStream" })),
      alert: { createdAt: "+2d5h", context: { hours: 5 } },
    },
    "of a model with a long name, where nobody knows the region": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d1h")
          .every("2h", 5, used(160_000, { modelId: "m".repeat(300), region: null })),
      alert: { context: { lastModel: "m".repeat(100), region: "unknown" } },
    },
    "the fifth within twelve hours, by a millisecond": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d1h")
          .every("2h", 4, drip)
          .expectNothing()
          .at("+2d12h59m59s999ms", drip(1)),
    },
    "once a day": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d1h")
          .every("2h", 5, drip)
          .expectAlert()
          .at("+3d1h")
          .every("2h", 4, (at) => used(1_300_000 + at, { modelId: SONNET }))
          .expectNothing()
          .at("+3d9h", used(1_400_000, { modelId: SONNET })),
    },
  },
  ignores: {
    "four hours": (time) => time.every("1d", 3, used(1000)).at("+2d1h").every("2h", 4, drip),
    "five hours, the last twelve hours after the first": (time) =>
      time.every("1d", 3, used(1000)).at("+2d1h").every("2h", 4, drip).at("+2d13h", drip(1)),
    "hours of five principals": (time) =>
      time
        .every("1d", 3, (at) => used(at))
        .at("+2d1h")
        .every("2h", 5, (at) =>
          used(160_000, {
            identity: { arn: `arn:aws:iam::111122223333:user/user-${at}` },
            operation: "InvokeModel",
          }),
        ),
    "a person's coding agent": (time) =>
      time
        .every("1d", 3, callBy(person("kim")))
        .at("+2d1h")
        .every(
          "1h",
          12,
          callBy(person("kim"), {
            operation: "ConverseStream",
            input: { ...OFFLOADED.input, inputTokenCount: 1_000_000 },
            output: OFFLOADED.output,
          }),
        ),
  },
});
