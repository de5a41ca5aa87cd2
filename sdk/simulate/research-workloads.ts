import { RESEARCH } from "./company.ts";
import { MODELS } from "./models.ts";
import { role } from "./principal.ts";
import { call, employee, engineer, type Place, playground, type Workload } from "./workload.ts";

const LAB: Place = { account: RESEARCH, region: "us-west-2" };
const PILOT: Place = { account: RESEARCH, region: "eu-central-1" };

/** What runs in the research account. */
export const RESEARCH_WORKLOADS: readonly Workload[] = [
  {
    ...LAB,
    principal: role("eval-harness"),
    rhythm: "office",
    tasks: 1.6,
    callsPerTask: [2, 5],
    calls: [
      call("InvokeModel", MODELS.llamaSmall, [100, 900], [40, 300]),
      call("InvokeModel", MODELS.mistralSmall, [100, 900], [40, 300]),
      call("InvokeModel", MODELS.titanText, [100, 900], [40, 300]),
      call("InvokeModel", MODELS.novaPro, [100, 900], [40, 300]),
      call("InvokeModel", MODELS.haikuGlobal, [100, 900], [40, 300]),
    ],
    metadata: { experiment: "routing-answers" },
  },
  {
    ...LAB,
    principal: role("route-planner-lab"),
    rhythm: "office",
    tasks: 2,
    callsPerTask: [1, 3],
    calls: [call("Converse", MODELS.sonnetGlobal, [300, 3_800], [100, 1_200])],
  },
  {
    ...LAB,
    principal: role("remote-coder"),
    rhythm: "office",
    tasks: 0.7,
    callsPerTask: [2, 5],
    calls: [call("ConverseStream", MODELS.sonnetGlobal, [1, 12], [60, 1_200], { cache: [20_000, 70_000] })],
  },
  engineer(LAB, "sunniva.marrick"),
  employee(LAB, "dario.halvesund", playground),
  employee(LAB, "wenna.oristano", playground),
  {
    ...PILOT,
    principal: role("contracts-pilot"),
    rhythm: "office",
    tasks: 0.7,
    callsPerTask: [1, 3],
    calls: [call("Converse", MODELS.sonnetEu, [2_000, 9_000], [200, 900])],
  },
];
