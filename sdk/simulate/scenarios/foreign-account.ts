import { HOUR } from "../calendar.ts";
import { person, role, sessionArn, user } from "../principal.ts";
import type { Random } from "../random.ts";
import type { Attack, Scenario, Stage } from "../scenario.ts";
import { attackOf } from "./attack.ts";
import { attackCalls } from "./attack-call.ts";
import { FORMS, type Form } from "./form.ts";
import { MINUTE, spread } from "./pace.ts";
import { isAnybody, isUnheard, takeOver } from "./seat.ts";
import { FOREIGN_ACCOUNTS, NEW_ROLES, NEW_USERS } from "./texts/names.ts";
import { ANSWERS, GENERIC } from "./texts/usage.ts";
import { worded } from "./wording.ts";

type Kind = "role" | "user" | "person";

const foreign =
  (kind: Kind, forms: readonly Form[], length: number, isSilent = false) =>
  (stage: Stage, random: Random): Attack => {
    const { account, region } = takeOver(stage, random, isSilent ? isUnheard : isAnybody);
    const home = worded(FOREIGN_ACCOUNTS, stage, random);
    const principals = {
      role: role(worded(NEW_ROLES, stage, random)),
      user: user(worded(NEW_USERS, stage, random)),
      person: person("AdministratorAccess", "external"),
    };
    const arn = sessionArn(principals[kind], home, random);
    const times = spread(stage.at, length, random.int(5, 40), random);
    return attackOf(
      attackCalls(times, { account, region, arn }, forms, random, () => ({
        exchange: { prompt: worded(GENERIC, stage, random), answer: worded(ANSWERS, stage, random) },
      })),
    );
  };

/** A principal of an account that is not the company's calls models at the company's cost. */
export const foreignAccount: Scenario = {
  id: "foreign-account",
  title: "A principal of a stranger's account calls models in one of the company's.",
  techniques: ["AML.T0012", "AML.T0040"],
  variants: {
    "role-converse": foreign("role", [FORMS.converseClaude], 40 * MINUTE),
    "user-invoke": foreign("user", [FORMS.invokeOpus, FORMS.invokeMistral], 2 * HOUR),
    "person-stream-slow": foreign("person", [FORMS.streamClaude], 18 * HOUR),
    "role-without-bodies": foreign("role", [FORMS.converseNova, FORMS.invokeNova], HOUR, true),
  },
};
