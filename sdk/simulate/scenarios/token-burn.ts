import { HOUR } from "../calendar.ts";
import { MODELS } from "../models.ts";
import type { Tokens } from "../call.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, ordinaryCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { isKey, isService, isUnheard, takeOver, takeSeveral, type Fits } from "./seat.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

interface Way {
  readonly forms: readonly Form[];
  readonly length: number;
  readonly fits: Fits;
  readonly hands?: number;
  /** Whether most of each prompt comes from the cache. */
  readonly isCached?: boolean;
  /** Whether the prompts are too large for the log. */
  readonly large?: boolean;
}

/**
 * Context windows are 128 to 200 thousand tokens; burners fill a quarter to most of one with every call. A few million
 * tokens are what resold accounts used up in an hour in published cases.
 */
const PROMPT = [25_000, 120_000] as const;
const TOTAL = [4_000_000, 14_000_000] as const;

const burn =
  ({ forms, length, fits, hands = 1, isCached, large }: Way) =>
  (stage: Stage, random: Random): Attack => {
    const seats = hands === 1 ? [takeOver(stage, random, fits)] : takeSeveral(stage, random, fits, hands);
    const total = random.int(...TOTAL);
    const prompts: number[] = [];
    for (let sum = 0; sum < total; sum += prompts.at(-1) ?? 0) prompts.push(random.int(...PROMPT));
    const times = spread(stage.at, length, prompts.length, random);
    const calls = prompts.map((prompt, at) => {
      const seat = random.pick(seats);
      return attackCall(times[at] ?? stage.at, seat, random.pick(forms), random, {
        exchange: {
          prompt: worded(GENERIC, stage, random),
          answer: worded(ANSWERS, stage, random),
          maxTokens: 4_096,
        },
        tokens: tokensOf(prompt, isCached === true && at > 0, random),
        ...(large === true && { large }),
      });
    });
    const blended = seats.flatMap((seat) => ordinaryCalls(spread(stage.at, length, 4, random), seat, random));
    return attackOf(calls, { blended });
  };

function tokensOf(prompt: number, isCached: boolean, random: Random): Tokens {
  const output = random.int(600, 4_000);
  return isCached
    ? {
        input: random.int(2, 40),
        output,
        cacheRead: Math.round(prompt * 0.7),
        cacheWrite: Math.round(prompt * 0.3),
      }
    : { input: prompt, output };
}

const pilot: Fits = (workload) => isUnheard(workload) && workload.principal.kind === "role";

/** Somebody uses up millions of tokens in the name of a principal that uses thousands. */
export const tokenBurn: Scenario = {
  id: "token-burn",
  title: "A principal that uses thousands of tokens uses up millions.",
  techniques: ["AML.T0034", "AML.T0029"],
  variants: {
    "converse-large": burn({
      forms: [FORMS.converseClaude],
      length: 50 * MINUTE,
      fits: isService,
      large: true,
    }),
    "invoke-cached": burn({ forms: [FORMS.invokeSonnet], length: HOUR, fits: isService, isCached: true }),
    "stream-key-mixed": burn({
      forms: [FORMS.streamClaude, FORMS.streamNova],
      length: 40 * MINUTE,
      fits: isKey,
      large: true,
    }),
    "split-over-services": burn({
      forms: [FORMS.converseNova, FORMS.invokeNova],
      length: HOUR,
      fits: isService,
      hands: 3,
      large: true,
    }),
    "slow-converse-cached": burn({
      forms: [FORMS.converseStreamClaude],
      length: 9 * HOUR,
      fits: isService,
      isCached: true,
    }),
    "without-bodies": burn({
      forms: [{ operation: "Converse", model: MODELS.sonnetEu }],
      length: HOUR,
      fits: pilot,
    }),
  },
};
