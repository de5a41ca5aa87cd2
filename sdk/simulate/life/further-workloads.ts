import { PRODUCTION, RESEARCH } from "../company.ts";
import { MODELS } from "../models.ts";
import { person, role, user } from "../principal.ts";
import { call, employee, engineer, type Place, playground, type Workload } from "../workload.ts";
import { SUMMARY_LIMIT } from "./say-summary.ts";

const VIRGINIA: Place = { account: PRODUCTION, region: "us-east-1" };
const FRANKFURT: Place = { account: PRODUCTION, region: "eu-central-1" };
const LAB: Place = { account: RESEARCH, region: "us-west-2" };

/** A person who looks after security, and writes about it. */
const guardian = (place: Place, name: string): Workload => ({
  ...employee(place, name, playground),
  principal: person("SecurityAudit", name),
});

/** What the company runs beside what its committed log shows. */
export const FURTHER_WORKLOADS: readonly Workload[] = [
  {
    ...VIRGINIA,
    principal: role("freight-assist"),
    rhythm: "office",
    tasks: 3,
    callsPerTask: [2, 3],
    calls: [call("Converse", MODELS.sonnet, [900, 6_000], [80, 600])],
    metadata: { app: "freight-assist" },
  },
  {
    ...VIRGINIA,
    principal: role("shift-summaries", "function"),
    rhythm: "always",
    tasks: 3,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.haiku, [500, 3_000], [90, 320], { limit: SUMMARY_LIMIT })],
  },
  {
    ...FRANKFURT,
    principal: role("policy-search", "function"),
    rhythm: "office",
    tasks: 2.5,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.sonnetEu, [1_200, 5_200], [80, 500])],
  },
  {
    ...FRANKFURT,
    principal: role("call-notes"),
    rhythm: "office",
    tasks: 3,
    callsPerTask: [1, 1],
    calls: [call("Converse", MODELS.novaLite, [400, 2_400], [90, 300], { limit: SUMMARY_LIMIT })],
  },
  {
    ...FRANKFURT,
    principal: role("claims-embedder", "function"),
    rhythm: "always",
    tasks: 2,
    callsPerTask: [1, 2],
    calls: [call("InvokeModel", MODELS.cohereEmbed, [100, 700], [0, 0])],
  },
  {
    ...FRANKFURT,
    principal: user("depot-terminal"),
    rhythm: "office",
    tasks: 1.5,
    callsPerTask: [1, 3],
    calls: [call("Converse", MODELS.novaLite, [60, 700], [20, 240])],
  },
  {
    ...LAB,
    principal: user("lab-notebooks"),
    rhythm: "office",
    tasks: 1,
    callsPerTask: [1, 5],
    calls: [call("InvokeModel", MODELS.haikuGlobal, [150, 2_000], [60, 700])],
  },
  engineer(FRANKFURT, "gesa.pfennig-holt"),
  engineer(LAB, "ruari.castellane"),
  guardian(VIRGINIA, "ilse.brannock"),
  guardian(FRANKFURT, "matteo.vrieling"),
];
