import { HOUR } from "../calendar.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { GENERIC } from "./texts/usage.ts";
import { newUser, takenKey, takenPerson, takenService, type Who } from "./who.ts";
import { worded } from "./wording.ts";

/** What somebody sends who feels for the limits of an interface: far too much, too hot, too long. */
const odd = (stage: Stage, random: Random): Exchange => ({
  prompt: worded(GENERIC, stage, random),
  maxTokens: random.pick([200_000, 1_000_000, 99_999, 8_193]),
  temperature: random.pick([2, 5, -1, 1.5]),
});

/** A fuzzer's burst: 25 to 100 bad requests in some minutes, or as many spread over hours. */
const fuzz =
  (who: Who, forms: readonly Form[], length: number, bodies?: "inline") =>
  (stage: Stage, random: Random): Attack =>
    attackOf(
      attackCalls(
        spread(stage.at, length, random.int(25, 100), random),
        who(stage, random),
        forms,
        random,
        () => ({
          exchange: odd(stage, random),
          error: "ValidationException",
          ...(bodies && { bodies }),
        }),
      ),
    );

/** Somebody feels for what a model's interface lets through. */
export const validationBurst: Scenario = {
  id: "validation-burst",
  title: "Somebody sends one malformed request after another to learn what the models accept.",
  techniques: ["AML.T0040"],
  variants: {
    "service-invoke": fuzz(takenService, [FORMS.invokeClaude, FORMS.invokeLlama], 5 * MINUTE),
    "key-converse-with-bodies": fuzz(takenKey, [FORMS.converseNova], 8 * MINUTE, "inline"),
    "person-stream": fuzz(takenPerson, [FORMS.streamClaude, FORMS.streamTitan], 10 * MINUTE),
    "new-user-slow": fuzz(newUser, [FORMS.invokeCohere, FORMS.converseClaude], 4 * HOUR, "inline"),
  },
};
