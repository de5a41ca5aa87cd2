import { defineCases, invocation } from "caracal/testing";
import { byKey, byRole } from "./made-events.cases.ts";
import { strangerListedThenCalled } from "./stranger-listed-then-called.ts";

const usual = byRole("ListFoundationModels");
const call = invocation({ operation: "ConverseStream", modelId: "m".repeat(300) });

export const strangerListedThenCalledCases = defineCases(strangerListedThenCalled, {
  raises: {
    "a user that is new after three days": {
      records: (time) =>
        time.at("+0s", usual).at("+3d", byKey("ListInferenceProfiles")).at("+3d14m59s", call),
      alert: {
        severity: "MEDIUM",
        title: `111122223333:user/dana listed Bedrock's models for the first time, then called ${"m".repeat(100)}`,
        dedup: "111122223333:user/dana",
        context: {
          principal: "111122223333:user/dana",
          sourceAddress: "192.0.2.10",
          model: "m".repeat(100),
          region: "eu-central-1",
        },
      },
    },
    "from nowhere, to nowhere": {
      records: (time) =>
        time
          .at("+0s", usual)
          .at("+3d", byKey("ListFoundationModels", { sourceIPAddress: null }))
          .at("+3d1m", invocation({ region: null, operation: "InvokeModel" })),
      alert: { context: { sourceAddress: "", region: "" } },
    },
    "once in six hours": {
      records: (time) =>
        time
          .at("+0s", usual)
          .at("+3d", byKey("ListFoundationModels"))
          .at("+3d1m", call)
          .expectAlert()
          .at("+100d", byKey("ListFoundationModels"))
          .at("+100d1m", call),
    },
  },
  ignores: {
    "a call a quarter of an hour later": (time) =>
      time.at("+0s", usual).at("+3d", byKey("ListFoundationModels")).at("+3d15m", call),
    "a user that lists models each day": (time) =>
      time.at("+0s", usual).at("+1d").every("1d", 6, byKey("ListFoundationModels")).at("+6d1m", call),
    "a call alone": (time) => time.at("+0s", usual).at("+3d", call),
    "a role that is new": (time) =>
      time
        .at("+0s", byKey("ListFoundationModels"))
        .at("+3d", usual)
        .at(
          "+3d1m",
          invocation({ identity: { arn: "arn:aws:sts::111122223333:assumed-role/claims-summary/t" } }),
        ),
  },
});
