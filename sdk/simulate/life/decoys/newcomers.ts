import { DAY } from "../../calendar.ts";
import { MODELS, type Model } from "../../models.ts";
import type { Worker } from "../../plan-hour.ts";
import { person, role } from "../../principal.ts";
import type { Random } from "../../random.ts";
import type { CallProfile } from "../../workload.ts";
import { call } from "../../workload.ts";
import { createGuardrail } from "../../control-plane/bedrock-actions.ts";
import type { Decoy, Setting } from "../decoy.ts";
import { workerOf } from "../life-staff.ts";
import { anyOf, callsOf, isAwake, MINUTE } from "../made-calls.ts";
import { paced } from "../../scenarios/pace.ts";
import { deployed } from "./deployed.ts";

const FIRST_NAMES = [
  "alva",
  "benoit",
  "cosima",
  "dmitar",
  "eilidh",
  "fenno",
  "gwenna",
  "hakon",
  "ines",
  "jorun",
];
const LAST_NAMES = ["abrandt", "belcourt", "corvane", "dellmar", "estrand", "fjelling", "garrow", "holmsted"];

const newHire: Decoy = {
  id: "new-hire",
  title: "Somebody new begins, in a team that is there.",
  perWeek: 0.5,
  hours: [8, 15],
  joins: ({ at, workers }, random) => {
    const colleague = anyOf(workers, random, ({ principal }) => principal.kind === "person");
    if (colleague?.principal.kind !== "person") return undefined;
    const name = `${random.pick(FIRST_NAMES)}.${random.pick(LAST_NAMES)}${random.int(2, 99)}`;
    const principal = person(colleague.principal.permissionSet, name);
    return { come: [workerOf(colleague.workload, principal)], until: at + 3 * DAY };
  },
  happens: ({ at, workers }, random) => {
    const [newcomer] = workers.slice(-1);
    if (!newcomer) return undefined;
    // The first steps, soon after the account is there.
    return { calls: callsOf(newcomer, paced(at, random.int(2, 6), [30, 400], random), random) };
  },
};

const APPS = [
  "quote-drafts",
  "fleet-notes",
  "yard-captions",
  "tender-check",
  "lane-names",
  "toll-helper",
  "depot-faq",
];

const newApp: Decoy = {
  id: "new-app",
  title: "A new application goes live, brought by the pipeline.",
  perWeek: 0.3,
  hours: [8, 14],
  joins: ({ at, workers }, random) => {
    const neighbour = anyOf(workers, random, isChattyService);
    if (!neighbour) return undefined;
    const principal = role(`${random.pick(APPS)}-${random.int(2, 99)}`, random.pick(["task", "function"]));
    const calls = [
      call("Converse", random.pick([MODELS.novaLite, MODELS.novaMicro]), [100, 1_200], [40, 400]),
    ];
    const { account, region } = neighbour.workload;
    const workload = {
      ...neighbour.workload,
      account,
      region,
      calls,
      tasks: random.int(1, 3),
      guarded: false,
    };
    return { come: [workerOf(workload, principal)], until: at + 3 * DAY };
  },
  happens: (setting, random) => rolledOut(setting, random, random.int(1, 4)),
};

const newVersion: Decoy = {
  id: "new-version",
  title: "An application is deployed under a role of a new name.",
  perWeek: 0.3,
  hours: [8, 14],
  joins: ({ at, workers }, random) => {
    const old = anyOf(workers, random, isChattyService);
    if (old?.principal.kind !== "role") return undefined;
    const [name = "", version = "1"] = old.principal.role.split("-v");
    const principal = { ...old.principal, role: `${name}-v${Number(version) + 1 || 2}` };
    return { come: [workerOf(old.workload, principal)], leave: [old], until: at + 3 * DAY };
  },
  happens: (setting, random) => rolledOut(setting, random, random.int(0, 3)),
};

/** The pipeline's records, and a first few calls of which some are not valid yet. */
function rolledOut(
  { at, workers }: Setting,
  random: Random,
  faults: number,
): ReturnType<NonNullable<Decoy["happens"]>> {
  const [newcomer] = workers.slice(-1);
  if (!newcomer) return undefined;
  const { account, region } = newcomer.workload;
  const times = paced(at + 2 * MINUTE, faults + random.int(2, 6), [5, 60], random);
  const id = random.hex(12);
  return {
    trail: deployed(
      { account, region },
      at,
      createGuardrail(id, `guard-${id.slice(0, 4)}`, { account, region }),
    ),
    calls: callsOf(newcomer, times, random, (turn) =>
      turn < faults ? { error: "ValidationException" } : {},
    ),
  };
}

const isChattyService = ({ principal, workload }: Worker): boolean =>
  principal.kind === "role" &&
  workload.rhythm !== "nightly" &&
  workload.calls.every(({ input }) => input[0] > 50);

const SUCCESSORS = new Map<Model, Model>([
  [MODELS.sonnetOld, MODELS.sonnet],
  [MODELS.sonnetEuOld, MODELS.sonnetEu],
  [MODELS.haikuOld, MODELS.haiku],
  [MODELS.novaMicro, MODELS.novaLite],
  [MODELS.mistral, MODELS.novaPro],
  [MODELS.titanText, MODELS.novaLite],
]);

const isOutdated = ({ workload }: Worker): boolean =>
  workload.calls.some(({ model }) => SUCCESSORS.has(model));

const modelUpgrade: Decoy = {
  id: "model-upgrade",
  title: "An application or a person moves to the successor of a model.",
  perWeek: 1,
  hours: [8, 18],
  joins: ({ at, workers }, random) => {
    const worker = anyOf(workers, random, isOutdated);
    if (!worker) return undefined;
    const calls = worker.workload.calls.map(
      (profile): CallProfile => ({ ...profile, model: SUCCESSORS.get(profile.model) ?? profile.model }),
    );
    const upgraded = workerOf({ ...worker.workload, calls }, worker.principal);
    return { come: [{ ...upgraded, seen: true }], leave: [worker], until: at + DAY };
  },
  happens: ({ at, workers }, random) => {
    const [upgraded] = workers.slice(-1);
    if (!upgraded || !isAwake(upgraded, at)) return undefined;
    return { calls: callsOf(upgraded, paced(at, random.int(1, 4), [20, 200], random), random) };
  },
};

/** Who or what is new. */
export const NEWCOMERS: readonly Decoy[] = [newHire, newApp, newVersion, modelUpgrade];
