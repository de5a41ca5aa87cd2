import { PRODUCTION } from "./company.ts";
import { MODELS } from "./models.ts";
import { role, user } from "./principal.ts";
import { call, employee, engineer, type Place, playground, type Workload } from "./workload.ts";

const VIRGINIA: Place = { account: PRODUCTION, region: "us-east-1" };
const FRANKFURT: Place = { account: PRODUCTION, region: "eu-central-1" };

const virginia: readonly Workload[] = [
  {
    ...VIRGINIA,
    principal: role("dispatch-chat"),
    rhythm: "office",
    tasks: 6,
    callsPerTask: [1, 3],
    calls: [
      call("ConverseStream", MODELS.sonnetOld, [220, 1_900], [40, 500], { upgrade: MODELS.sonnetProfile }),
    ],
    metadata: { app: "dispatch-chat", stage: "prod" },
  },
  {
    ...VIRGINIA,
    principal: role("track-and-trace-bot"),
    rhythm: "always",
    tasks: 5,
    callsPerTask: [1, 2],
    calls: [
      call("Converse", MODELS.novaLite, [90, 800], [20, 240]),
      call("ConverseStream", MODELS.novaLite, [90, 800], [20, 240]),
    ],
  },
  {
    ...VIRGINIA,
    principal: role("customs-helper", "function"),
    rhythm: "office",
    tasks: 5,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.haikuOld, [400, 2_600], [60, 420], { upgrade: MODELS.haiku })],
  },
  {
    ...VIRGINIA,
    principal: role("invoice-reader", "function"),
    rhythm: "office",
    tasks: 4,
    callsPerTask: [1, 1],
    calls: [call("InvokeModel", MODELS.llama, [300, 1_500], [30, 200])],
  },
  {
    ...VIRGINIA,
    principal: role("driver-desk"),
    rhythm: "always",
    tasks: 2.5,
    callsPerTask: [1, 3],
    calls: [call("InvokeModelWithResponseStream", MODELS.haiku, [150, 1_100], [30, 260])],
    metadata: { app: "driver-desk", stage: "prod" },
  },
  {
    ...VIRGINIA,
    principal: role("search-indexer"),
    rhythm: "always",
    tasks: 3,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.cohereEmbed, [120, 900], [0, 0])],
  },
  {
    ...VIRGINIA,
    principal: role("label-painter", "function"),
    rhythm: "office",
    tasks: 0.8,
    callsPerTask: [1, 1],
    calls: [call("InvokeModel", MODELS.titanImage, [20, 90], [0, 0])],
  },
  {
    ...VIRGINIA,
    principal: role("nightly-manifest-batch"),
    rhythm: "nightly",
    tasks: 40,
    callsPerTask: [1, 1],
    calls: [
      call("InvokeModel", MODELS.novaPro, [1_200, 4_200], [150, 700]),
      call("InvokeModel", MODELS.mistral, [900, 3_000], [100, 500]),
    ],
    metadata: { job: "nightly-manifest" },
  },
  {
    ...VIRGINIA,
    principal: user("ci-smoke-tests"),
    rhythm: "office",
    tasks: 0.6,
    callsPerTask: [1, 2],
    calls: [call("Converse", MODELS.novaMicro, [12, 60], [5, 40])],
  },
  engineer(VIRGINIA, "mirel.odanto"),
  engineer(VIRGINIA, "jossa.tallervik"),
  engineer(VIRGINIA, "bram.oyelunde"),
  employee(VIRGINIA, "petrina.voss-adeka", playground),
  employee(VIRGINIA, "teodor.kallisen", playground),
  employee(VIRGINIA, "anouk.drezwell", playground),
];

const frankfurt: readonly Workload[] = [
  {
    ...FRANKFURT,
    principal: role("eu-dispatch-chat"),
    rhythm: "office",
    tasks: 5,
    callsPerTask: [1, 3],
    calls: [
      call("ConverseStream", MODELS.sonnetEuOld, [220, 1_900], [40, 500], { upgrade: MODELS.sonnetEu }),
    ],
    metadata: { app: "dispatch-chat", stage: "prod-eu" },
  },
  {
    ...FRANKFURT,
    principal: role("eu-claims-summary", "function"),
    rhythm: "office",
    tasks: 3,
    callsPerTask: [1, 2],
    calls: [
      call("Converse", MODELS.claimsProfile, [500, 3_400], [80, 400]),
      call("InvokeModel", MODELS.mistral, [500, 2_400], [80, 400]),
    ],
  },
  {
    ...FRANKFURT,
    principal: role("eu-yard-notices"),
    rhythm: "always",
    tasks: 3,
    callsPerTask: [1, 2],
    calls: [call("Converse", MODELS.novaMicro, [40, 300], [15, 120])],
  },
  {
    ...FRANKFURT,
    principal: user("edi-gateway"),
    rhythm: "office",
    tasks: 1.5,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.titanText, [80, 600], [20, 160])],
  },
  employee(
    FRANKFURT,
    "lieke.sorrento-baan",
    call("Converse", MODELS.sonnetEuOld, [60, 2_400], [80, 900], { upgrade: MODELS.sonnetEu }),
  ),
  employee(FRANKFURT, "oskari.wendhal", call("ConverseStream", MODELS.novaMicro, [60, 900], [40, 500])),
];

/** What runs in the production account. */
export const PRODUCTION_WORKLOADS: readonly Workload[] = [...virginia, ...frankfurt];
