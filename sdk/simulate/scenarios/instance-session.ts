import { HOUR } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { isAnybody, isService, isUnheard, type Seat, takeOver } from "./seat.ts";
import { instanceArn } from "./stranger.ts";
import { NEW_ROLES } from "./texts/names.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

type Who = (stage: Stage, random: Random) => Seat;

/** The role of a web server that never called a model, by the session that its instance has. */
const serverOf =
  (fits = isAnybody): Who =>
  (stage, random) => {
    const { account, region } = takeOver(stage, random, fits);
    return { account, region, arn: instanceArn(account, worded(NEW_ROLES, stage, random), random) };
  };

/** A role that calls models every day from tasks, and now from an instance. */
const knownRole: Who = (stage, random) => {
  const { account, region, workload } = takeOver(stage, random, isService);
  const name = workload.principal.kind === "role" ? workload.principal.role : "web-frontend";
  return { account, region, arn: instanceArn(account, name, random) };
};

/** Credentials from a server's metadata are good for about six hours. */
const steal =
  (who: Who, forms: readonly Form[], length: number) =>
  (stage: Stage, random: Random): Attack => {
    const times = spread(stage.at, length, random.int(10, 60), random);
    return attackOf(
      attackCalls(times, who(stage, random), forms, random, () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
        ...(random.chance(0.15) && { error: "AccessDeniedException" }),
      })),
    );
  };

/** Somebody gets at a server's role through its metadata service, and calls models with it. */
export const instanceSession: Scenario = {
  id: "instance-session",
  title: "The credentials of a server's role, taken through its metadata service, call models.",
  techniques: ["AML.T0012", "AML.T0049"],
  variants: {
    "server-converse": steal(serverOf(), [FORMS.converseClaude], 40 * MINUTE),
    "server-invoke-many": steal(
      serverOf(),
      [FORMS.invokeOpus, FORMS.invokeLlama, FORMS.invokeCohere],
      2 * HOUR,
    ),
    "known-role-stream": steal(knownRole, [FORMS.streamClaude, FORMS.streamNova], HOUR),
    "server-slow": steal(serverOf(), [FORMS.converseStreamClaude], 6 * HOUR),
    "server-without-bodies": steal(serverOf(isUnheard), [FORMS.converseNova], HOUR),
  },
};
