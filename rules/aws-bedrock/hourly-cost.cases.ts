import { defineCases } from "caracal/testing";
import { callBy, DANA, person, session } from "./call-by.cases.ts";
import { hourlyCost } from "./hourly-cost.ts";
import { EMBED, OPUS, operation, used, wrote } from "./used.cases.ts";

/** A thousand tokens of Claude 3 Opus cost 7.5 cents to write. */
const opus = (thousand: number, arn = DANA) => wrote(thousand * 1000, { modelId: OPUS, identity: { arn } });

export const hourlyCostCases = defineCases(hourlyCost, {
  raises: {
    "five dollars in an hour, as a signal": {
      records: (time) =>
        time
          .every("1d", 3, callBy(session("a")))
          .at("+2d3h", opus(40, session("b")))
          .expectNothing()
          .at(
            "+2d3h59m59s999ms",
            wrote(26_667, { modelId: OPUS, identity: { arn: session("c") }, operation: "ConverseStream" }),
          ),
      alert: {
        severity: "INFO",
        title: "At least $5.00 for Bedrock within an hour by 111122223333:role/claims-summary",
        dedup: "111122223333:role/claims-summary",
        createdAt: "+2d3h59m59s999ms",
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          cost: "$5.00",
          usual: "$0.00",
          calls: 2,
          since: "2026-03-04T12:00:00.000Z",
          model: OPUS,
          estimated: false,
        },
        summary: {
          modelId: { [OPUS]: 2 },
          operation: { Converse: 1, ConverseStream: 1 },
          region: { "eu-central-1": 2 },
        },
        destinations: [],
      },
    },
    "fifteen dollars, of a model whose price is not known": {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d3h")
          .every("1m", 20, (at) =>
            wrote(50_000, { modelId: "made-up.giant-v1:0", operation: operation(at) }),
          ),
      alert: { severity: "MEDIUM", context: { estimated: true, cost: "$5.25" } },
    },
    "just below fifteen": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d3h", opus(199.9)),
      alert: { severity: "INFO" },
    },
    sixty: {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d3h", opus(799))
          .expectAlert({ severity: "MEDIUM" })
          .at("+2d5h", opus(800)),
      alert: { severity: "HIGH" },
    },
    "forty of a person who signs in": {
      records: (time) =>
        time
          .every("1d", 3, callBy(person("kim")))
          .at("+2d3h", opus(533, person("kim")))
          .expectAlert({ severity: "INFO" })
          .at("+2d5h", opus(534, person("kim"))),
      alert: { severity: "MEDIUM" },
    },
    "a hundred and twenty of a person who signs in": {
      records: (time) =>
        time
          .every("1d", 3, callBy(person("kim")))
          .at("+2d3h", opus(1599, person("kim")))
          .expectAlert({ severity: "MEDIUM" })
          .at("+2d5h", opus(1600, person("kim"))),
      alert: { severity: "HIGH" },
    },
    "more than five times what is usual": {
      records: (time) =>
        time.every("1d", 3, opus(40)).at("+3d", opus(200)).expectNothing().at("+3d1m", opus(1)),
      alert: { context: { usual: "$3.00", cost: "$15.07" } },
    },
    "by the company's own prices": {
      organization: { prices: { "anthropic.claude-3-haiku": { input: 100, output: 100 } } },
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d3h", used(50_000)),
    },
    "after two days, to the millisecond": {
      records: (time) =>
        time.at("+0s", callBy(DANA)).at("+1d23h59m59s999ms", opus(100)).expectNothing().at("+2d", opus(1)),
    },
    "once an hour while it goes on": {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d3h", opus(100))
          .expectAlert()
          .at("+2d3h59m", opus(1))
          .expectUpdate({ eventCount: 2 })
          .at("+2d4h", opus(100)),
    },
  },
  ignores: {
    "five dollars less a cent": (time) => time.every("1d", 3, callBy(DANA)).at("+2d3h", opus(66.5)),
    "many cheap calls, of which a tenth counts": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+2d3h")
        .every("1s", 3000, wrote(66, { modelId: OPUS })),
    "a night's batch that costs the same each night": (time) =>
      time.every("1d", 9, opus(400, session("night"))),
    "an index that is built anew": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+2d3h")
        .every("1s", 1000, used(50_000, { modelId: EMBED, operation: "InvokeModel" })),
    "calls that failed": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+2d3h", wrote(500_000, { modelId: OPUS, errorCode: "ModelStreamErrorException" })),
  },
});
