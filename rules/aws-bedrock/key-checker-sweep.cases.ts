import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, person, refusal, session } from "./call-by.cases.ts";
import { keyCheckerSweep } from "./key-checker-sweep.ts";

const REGIONS = ["us-east-1", "us-west-2", "eu-central-1", "ap-northeast-1"];
const OPERATIONS = ["Converse", "InvokeModel", "InvokeModelWithResponseStream", "ConverseStream"];

const invalid = (at: number, arn = DANA) =>
  refusal("ValidationException", `model-${at}`, { operation: OPERATIONS[at % 4] ?? "", identity: { arn } });

export const keyCheckerSweepCases = defineCases(keyCheckerSweep, {
  raises: {
    "one model in four regions, without bodies": {
      records: (time) =>
        time.every("20s", 4, (at) =>
          refusal("ValidationException", "anthropic.claude-v2:1", {
            operation: "InvokeModel",
            region: REGIONS[at] ?? "",
          }),
        ),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana sent invalid requests to 4 models or regions",
        dedup: "111122223333:user/dana",
        createdAt: "+1m",
        eventCount: 4,
        context: { principal: "111122223333:user/dana", model: "anthropic.claude-v2:1" },
        summary: {
          modelId: { "anthropic.claude-v2:1": 4 },
          region: { "us-east-1": 1, "us-west-2": 1, "eu-central-1": 1, "ap-northeast-1": 1 },
        },
        destinations: [],
      },
    },
    "four models, the fourth within two minutes by a millisecond": {
      records: (time) =>
        time
          .every("1s", 3, (at) => invalid(at))
          .expectNothing()
          .at("+1m59s999ms", invalid(3)),
    },
    "a role over its sessions": {
      records: (time) => time.every("1s", 4, (at) => invalid(at, session(`task-${at}`))),
      alert: { severity: "MEDIUM", dedup: "111122223333:role/claims-summary" },
    },
    "a person, quietly": {
      records: (time) => time.every("1s", 4, (at) => invalid(at, person("kim"))),
      alert: { severity: "LOW" },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1s", 4, (at) => invalid(at))
          .expectAlert()
          .at("+5h59m")
          .every("1s", 4, (at) => invalid(at))
          .expectUpdate({ eventCount: 8 })
          .at("+6h1m")
          .every("1s", 4, (at) => invalid(at)),
      alert: { createdAt: "+6h1m3s" },
    },
  },
  ignores: {
    "models that answer": (time) =>
      time.every("1s", 40, (at) => callBy(DANA, { modelId: `model-${at}`, ...OFFLOADED })),
    "three models, over and over": (time) => time.every("1s", 30, (at) => invalid(at % 3)),
    "four models, the fourth after two minutes": (time) =>
      time.every("1s", 3, (at) => invalid(at)).at("+2m", invalid(3)),
    "a broken deployment in many sessions": (time) =>
      time.every("1s", 60, (at) => invalid(0, session(`task-${at}`))),
    "models that are denied": (time) =>
      time.every("1s", 4, (at) =>
        refusal("AccessDeniedException", `model-${at}`, { operation: "ConverseStream" }),
      ),
    "four models of four principals": (time) =>
      time.every("1s", 4, (at) => invalid(at, `arn:aws:iam::111122223333:user/user-${at}`)),
  },
});
