import { HOUR } from "../calendar.ts";
import { user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { CATALOGUE } from "./attack-models.ts";
import type { Operation } from "../invocation-record.ts";
import { MINUTE, spread } from "./pace.ts";
import {
  isKey,
  isPerson,
  isService,
  type Seat,
  strangerIn,
  takeOver,
  takeSeveral,
  type Taken,
} from "./seat.ts";
import { NEW_USERS } from "./texts/names.ts";
import { KEY_TESTS } from "./texts/usage.ts";
import { shuffled, worded } from "./wording.ts";

interface Way {
  readonly operations: readonly Operation[];
  /** Milliseconds over which the models are tried. */
  readonly length: number;
  readonly seats: (stage: Stage, random: Random) => readonly (Seat | Taken)[];
  /** Whether the log keeps the requests of failed calls. */
  readonly bodies?: "inline";
}

/** What AWS answers where a model is not open to the account, not in the region, or not on demand. */
const ERRORS = [
  "AccessDeniedException",
  "AccessDeniedException",
  "ResourceNotFoundException",
  "ValidationException",
];

/** Public enumeration scripts go through the 8 to 20 models of their list, now and then twice. */
const MODELS_TRIED = [8, CATALOGUE.length] as const;

const enumerate =
  ({ operations, length, seats, bodies }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const who = seats(stage, random);
    const models = shuffled(CATALOGUE, random).slice(0, random.int(...MODELS_TRIED));
    const tries = random.chance(0.3) ? [...models, ...models] : models;
    const times = spread(stage.at, length, tries.length, random);
    const calls = tries.flatMap((model, at) => {
      const form = { operation: random.pick(operations), model };
      const exchange = { prompt: worded(KEY_TESTS, stage, random), maxTokens: random.pick([1, 5, 10, 20]) };
      const detail = { exchange, error: random.pick(ERRORS), ...(bodies && { bodies }) };
      return attackCall(times[at] ?? stage.at, random.pick(who), form, random, detail);
    });
    const blended = who.flatMap((seat) =>
      "workload" in seat
        ? ordinaryCalls(spread(stage.at, length, random.int(0, 3), random), seat, random)
        : [],
    );
    return attackOf(calls, { blended });
  };

/** Somebody finds out which models a key may call. */
export const modelEnumeration: Scenario = {
  id: "model-enumeration",
  title: "A stolen key is tried on one model after another, to find those that are open.",
  techniques: ["AML.T0040", "AML.T0069"],
  variants: {
    "known-key-invoke": enumerate({
      operations: ["InvokeModel"],
      length: 6 * MINUTE,
      seats: (stage, random) => [takeOver(stage, random, isKey)],
    }),
    "new-user-converse": enumerate({
      operations: ["Converse", "ConverseStream"],
      length: 3 * MINUTE,
      seats: (stage, random) => [strangerIn(stage, random, user(worded(NEW_USERS, stage, random)))],
    }),
    "service-session-with-bodies": enumerate({
      operations: ["InvokeModel", "InvokeModelWithResponseStream"],
      length: 12 * MINUTE,
      seats: (stage, random) => [takeOver(stage, random, isService)],
      bodies: "inline",
    }),
    "person-slow": enumerate({
      operations: ["Converse", "InvokeModel"],
      length: 6 * HOUR,
      seats: (stage, random) => [takeOver(stage, random, isPerson)],
    }),
    "split-over-services": enumerate({
      operations: ["Converse", "InvokeModel"],
      length: 10 * MINUTE,
      seats: (stage, random) => takeSeveral(stage, random, isService, 2),
    }),
  },
};
