import { defineCases } from "caracal/testing";
import { accountCost } from "./account-cost.ts";
import { DANA, session } from "./call-by.cases.ts";
import { OPUS, operation, wrote } from "./used.cases.ts";

/** One of many users; a thousand tokens of Claude 3 Opus cost 7.5 cents to write. */
const user = (at: number) => `arn:aws:iam::111122223333:user/user-${at}`;
const opus = (thousand: number, arn = DANA) => wrote(thousand * 1000, { modelId: OPUS, identity: { arn } });

/** A call that just counts. */
const quiet = wrote(134, { modelId: OPUS, identity: { arn: session("task") } });

export const accountCostCases = defineCases(accountCost, {
  raises: {
    "ten principals with three dollars each": {
      records: (time) =>
        time
          .every("1d", 4, quiet)
          .at("+3d2h")
          .every("1m", 10, (at) =>
            wrote(40_000, { modelId: OPUS, identity: { arn: user(at) }, operation: operation(at) }),
          ),
      alert: {
        severity: "MEDIUM",
        title: "At least $12.00 for Bedrock within an hour in account 111122223333",
        dedup: "111122223333",
        createdAt: "+3d2h3m",
        eventCount: 10,
        context: {
          account: "111122223333",
          cost: "$12.00",
          usual: "$0.00",
          calls: 4,
          since: "2026-03-05T11:00:00.000Z",
          lastPrincipal: "111122223333:user/user-3",
          lastModel: OPUS,
        },
        destinations: [],
      },
    },
    "the last cent within the hour, by a millisecond": {
      records: (time) =>
        time
          .every("1d", 4, quiet)
          .at("+3d2h", opus(133))
          .expectNothing()
          .at("+3d2h59m59s999ms", wrote(400, { modelId: OPUS, operation: "InvokeModel" })),
      alert: {
        severity: "INFO",
        summary: {
          "identity.arn": { [DANA]: 2 },
          modelId: { [OPUS]: 2 },
          region: { "eu-central-1": 2 },
        },
      },
    },
    "just below thirty": {
      records: (time) => time.every("1d", 4, quiet).at("+3d2h", opus(399)),
      alert: { severity: "INFO" },
    },
    thirty: {
      records: (time) => time.every("1d", 4, quiet).at("+3d2h", opus(400)),
      alert: { severity: "MEDIUM" },
    },
    "a hundred": {
      records: (time) =>
        time
          .every("1d", 4, quiet)
          .at("+3d2h", opus(1333))
          .expectAlert({ severity: "MEDIUM" })
          .at("+3d5h", opus(1334)),
      alert: { severity: "HIGH" },
    },
    "more than four times what is usual": {
      records: (time) =>
        time.every("1d", 4, opus(100)).at("+4d", opus(400)).expectNothing().at("+4d1m", opus(1)),
      alert: { context: { usual: "$7.50" } },
    },
    "after three days, to the millisecond": {
      records: (time) =>
        time.at("+0s", quiet).at("+2d23h59m59s999ms", opus(200)).expectNothing().at("+3d", opus(1)),
    },
    "once in two hours while it goes on": {
      records: (time) =>
        time
          .every("1d", 4, quiet)
          .at("+3d2h", opus(200))
          .expectAlert()
          .at("+3d3h59m", opus(200))
          .expectUpdate()
          .at("+3d4h", opus(200)),
    },
  },
  ignores: {
    "ten dollars less a cent": (time) => time.every("1d", 4, quiet).at("+3d2h", opus(133)),
    "what is usual, from other principals": (time) =>
      time.every("1d", 9, (at) =>
        wrote(400_000, { modelId: OPUS, identity: { arn: user(at) }, operation: "InvokeModel" }),
      ),
    "a row of calls that cost next to nothing each": (time) =>
      time
        .every("1d", 4, quiet)
        .at("+3d2h")
        .every("500ms", 6000, wrote(133, { modelId: OPUS, operation: "ConverseStream" })),
    "calls that failed": (time) =>
      time
        .every("1d", 4, quiet)
        .at("+3d2h", wrote(900_000, { modelId: OPUS, errorCode: "ModelStreamErrorException" })),
  },
});
