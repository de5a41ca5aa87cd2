import { DAY, HOUR } from "../calendar.ts";
import { bucketOf, PRODUCTION, RESEARCH } from "../company.ts";
import { PROBED } from "../incidents.ts";
import { MODELS } from "../models.ts";
import { person, type Principal, user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Place } from "../workload.ts";
import { actorOf, userActor } from "./actor.ts";
import {
  createApiKey,
  createGuardrail,
  createImport,
  createThroughput,
  deleteGuardrail,
  deleteLogging,
  getAvailability,
  getLogging,
  listModels,
  openModel,
  putLogging,
  updateGuardrail,
} from "./bedrock-actions.ts";
import { denied } from "./everyday-actions.ts";
import { deployer } from "./pipeline.ts";
import type { Action, Actor, TrailEvent } from "./trail-event.ts";

const MINUTE = 60_000;
const VIRGINIA: Place = { account: PRODUCTION, region: "us-east-1" };
const OREGON: Place = { account: RESEARCH, region: "us-west-2" };
const GUARDRAILS = ["q4w8e2r6t1yz", "m5n9b3v7c1xk"] as const;

/** The user of the long-term key that then appears in the invocation log. */
const API_KEY = "BedrockAPIKey-q7xd";

/** What is changed in Bedrock in two days, in the order in which it happens: deployments, and things to look at. */
export function bedrockChanges(start: number, random: Random): TrailEvent[] {
  const by = (who: Principal, { account, region }: Place, time: number, ...actions: Action[]): TrailEvent[] =>
    inTurn(actorOf(who, account, region, start + time, random), region, start + time, actions);
  const deploy = ({ account, region }: Place, time: number, ...actions: Action[]): TrailEvent[] =>
    inTurn(deployer(account, start + time), region, start + time + 5_000, actions);
  const [first, second] = GUARDRAILS;
  return [
    ...deploy(
      VIRGINIA,
      11 * HOUR + 24 * MINUTE,
      putLogging(bucketOf(PRODUCTION)),
      createGuardrail(first, "dispatch-chat", VIRGINIA),
      createGuardrail(second, "driver-desk", VIRGINIA),
    ),
    ...deploy(OREGON, 11 * HOUR + 26 * MINUTE, putLogging(bucketOf(RESEARCH))),
    ...probe(start + 13 * HOUR + 31 * MINUTE),
    ...by(
      person("Engineer", "sunniva.marrick"),
      OREGON,
      18 * HOUR + 12 * MINUTE,
      ...openModel(MODELS.llamaSmall.id),
      createImport(OREGON),
      createThroughput(MODELS.llamaSmall.id, OREGON),
    ),
    ...by(
      person("Engineer", "bram.oyelunde"),
      VIRGINIA,
      DAY + 14 * HOUR + 33 * MINUTE,
      updateGuardrail(first, "dispatch-chat", VIRGINIA),
      deleteGuardrail(second),
    ),
    ...by(
      person("BedrockPlayground", "teodor.kallisen"),
      VIRGINIA,
      DAY + 15 * HOUR + 52 * MINUTE,
      ...createApiKey(API_KEY, PRODUCTION),
    ),
    ...by(user(API_KEY), VIRGINIA, DAY + 16 * HOUR + 4 * MINUTE, {
      ...listModels,
      more: { additionalEventData: { callWithBearerToken: true } },
    }),
    ...by(
      person("BedrockPlayground", "dario.halvesund"),
      OREGON,
      DAY + 19 * HOUR + 4 * MINUTE,
      getLogging,
      deleteLogging,
      getLogging,
    ),
    ...deploy(OREGON, DAY + 20 * HOUR, putLogging(bucketOf(RESEARCH))),
  ];
}

/** The key of the smoke tests is tried from elsewhere, shortly before it is tried on one model after another. */
function probe(time: number): TrailEvent[] {
  const thief = { ...userActor("ci-smoke-tests", PRODUCTION, "192.0.2.77"), agent: "python-requests/2.32.4" };
  return inTurn(thief, VIRGINIA.region, time, [
    { service: "sts", name: "GetCallerIdentity" },
    listModels,
    ...PROBED.slice(0, 6).map(({ id }) => getAvailability(id.replace(/^us\./, ""))),
    denied(getLogging),
    denied(deleteLogging),
    { service: "iam", name: "ListUsers", error: ["AccessDenied"] },
  ]);
}

/** One actor's calls, 20 seconds apart. */
function inTurn(actor: Actor, region: string, time: number, actions: readonly Action[]): TrailEvent[] {
  return actions.map((action, at) => ({ time: time + at * 20_000, region, actor, action }));
}
