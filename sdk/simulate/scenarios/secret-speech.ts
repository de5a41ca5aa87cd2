import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Attack, Stage } from "../scenario.ts";
import { SECRETS } from "./secret.ts";
import { type Manner, type Speech, spoken } from "./spoken.ts";

/** An attack in words in which each exchange has a new secret of one of the kinds; all of them are planted. */
export const withSecrets =
  (
    kinds: readonly (keyof typeof SECRETS)[],
    manner: Manner,
    speech: Omit<Speech, "say">,
    say: (secret: string, stage: Stage, random: Random) => Exchange,
  ) =>
  (stage: Stage, random: Random): Attack => {
    const secrets: string[] = [];
    const made = spoken({
      ...speech,
      say: () => {
        const secret = SECRETS[random.pick(kinds)](random);
        secrets.push(secret);
        return say(secret, stage, random);
      },
    })(manner)(stage, random);
    return { ...made, planted: [...secrets, ...(made.planted ?? [])] };
  };
