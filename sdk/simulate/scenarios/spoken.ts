import { HOUR } from "../calendar.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Attack, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCall, type Detail, ordinaryCalls } from "./attack-call.ts";
import type { Disguise } from "./disguise.ts";
import type { Form } from "./form.ts";
import { MINUTE, paced, spread } from "./pace.ts";
import { type Fits, isAnybody, seatOf, takeOverFor } from "./seat.ts";

/** What is said in an attack that is all in its words. */
export interface Speech {
  /** Through whom. Default: anybody's. */
  readonly fits?: Fits;
  readonly say: (stage: Stage, random: Random) => Exchange;
  /** Least and most attempts. Default 3 to 9: people try a handful of wordings before they give up or get through. */
  readonly tries?: readonly [number, number];
}

/** How a variant says it. */
export interface Manner {
  readonly form: Form;
  /** What is done to the prompt. */
  readonly disguise?: Disguise;
  /** Content blocks of the prompt. */
  readonly blocks?: number;
  /** Characters of a stream's chunk. */
  readonly chunk?: number;
  /** Over minutes, or over hours so that no short window sees two. Default: minutes. */
  readonly pace?: "quick" | "slow";
  /** Whether each attempt has a session of its own. */
  readonly isScattered?: boolean;
  /** More of each call. */
  readonly detail?: Detail;
}

/** Makes the variants of an attack in words: some attempts through a taken principal, among its ordinary calls. */
export const spoken =
  ({ fits = isAnybody, say, tries = [3, 9] }: Speech) =>
  (manner: Manner) =>
  (stage: Stage, random: Random): Attack => {
    const { seat, form } = takeOverFor(stage, random, manner.form, fits);
    const { metadata } = seat.workload;
    const isSlow = manner.pace === "slow";
    const count = random.int(...tries);
    const times = isSlow
      ? spread(stage.at, random.int(4, 12) * HOUR, count + 2, random)
      : paced(stage.at, count, [15, 180], random);
    const plain: string[] = [];
    const calls = times.map((time) => {
      const who = manner.isScattered === true ? seatOf(seat.workload, random) : seat;
      const said = say(stage, random);
      if (said.prompt !== undefined) plain.push(said.prompt);
      const exchange = inManner(said, manner, random);
      return attackCall(time, who, form, random, {
        ...(metadata && { metadata }),
        ...manner.detail,
        exchange,
      });
    });
    const length = Math.max((times.at(-1) ?? stage.at) - stage.at, 10 * MINUTE);
    const blended = ordinaryCalls(spread(stage.at, length, random.int(1, 4), random), seat, random);
    // A rule sees through a disguise, and then must not tell what it saw.
    return attackOf(calls, { blended, planted: manner.disguise ? plain : [] });
  };

function inManner(exchange: Exchange, { disguise, blocks, chunk }: Manner, random: Random): Exchange {
  const { prompt } = exchange;
  return {
    ...exchange,
    ...(disguise && prompt !== undefined && { prompt: disguise(prompt, random) }),
    ...(blocks !== undefined && { promptBlocks: blocks }),
    ...(chunk !== undefined && { chunk }),
  };
}
