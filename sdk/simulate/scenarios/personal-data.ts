import type { Exchange, GuardrailVerdict } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Scenario, Stage } from "../scenario.ts";
import { FORMS } from "./form.ts";
import { hasSession } from "./seat.ts";
import { digits } from "./secret.ts";
import { type Manner, spoken } from "./spoken.ts";
import { PERSONAL_QUESTIONS } from "./texts/secrets.ts";
import { filled, worded } from "./wording.ts";

type Finding = NonNullable<GuardrailVerdict["findings"]>[number];

const NAMES = [
  "Orla Pennick",
  "Jonas Veldt",
  "Amara Toll",
  "Piet Harrow",
  "Selin Arkady",
  "Noor Bexley",
  "Tove Lind",
];
const STREETS = ["Quay Street", "Mill Lane", "Harbour Road", "Station Square", "Orchard Row"];

const entity = (name: string, match: string): Finding => ({ policy: "sensitive-information", name, match });

/** A person who does not exist, and what a detect-only guardrail finds of them. */
function somebody(random: Random): { readonly text: string; readonly found: readonly Finding[] } {
  const name = random.pick(NAMES);
  const mail = `${name.toLowerCase().replace(" ", ".")}${digits(2, random)}@mail.example`;
  const phone = `+49 151 ${digits(8, random)}`;
  const street = `${random.pick(STREETS)} ${random.int(1, 120)}`;
  const account = `DE${digits(20, random)}`;
  return {
    text: `${name}, ${street}, ${mail}, ${phone}, account ${account}`,
    found: [
      entity("NAME", name),
      entity("EMAIL", mail),
      entity("PHONE", phone),
      entity("ADDRESS", street),
      ...(random.chance(0.5) ? [entity("INTERNATIONAL_BANK_ACCOUNT_NUMBER", account)] : []),
    ],
  };
}

function ask(stage: Stage, random: Random): Exchange {
  const people = Array.from({ length: random.int(1, 4) }, () => somebody(random));
  return {
    prompt: filled(worded(PERSONAL_QUESTIONS, stage, random), { number: digits(5, random) }),
    answer: people.map(({ text }) => text).join("\n"),
    guardrail: { action: "detected", side: "output", findings: people.flatMap(({ found }) => found) },
  };
}

/** Record after record: 25 to 90 questions, each a small one. */
const drain = (manner: Manner): ReturnType<ReturnType<typeof spoken>> =>
  spoken({ fits: hasSession, tries: [25, 90], say: ask })(manner);

/** People's data leave record by record, while a guardrail that only detects looks on. */
export const personalData: Scenario = {
  id: "personal-data",
  title:
    "People's data are asked for record by record, and a guardrail that only detects lets all of it out.",
  techniques: ["AML.T0057", "AML.T0024"],
  variants: {
    "converse-quick": drain({ form: FORMS.converseNova }),
    "invoke-claude": drain({ form: FORMS.invokeClaude }),
    "stream-small-chunks": drain({ form: FORMS.streamClaude, chunk: 6 }),
    "converse-stream-slow": drain({ form: FORMS.converseStreamClaude, pace: "slow" }),
    "scattered-sessions": drain({ form: FORMS.converseStreamNova, isScattered: true }),
  },
};
