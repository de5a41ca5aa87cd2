import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Scenario, Stage } from "../scenario.ts";
import { type Disguise, mixedCase, zeroWidth } from "./disguise.ts";
import { FORMS, type Form } from "./form.ts";
import { hasSession, isChat } from "./seat.ts";
import { type Manner, spoken } from "./spoken.ts";
import { DOCUMENT_TASKS, DOCUMENTS, INDIRECT_INJECTION } from "./texts/indirect-injection.ts";
import { COMPLIANCE } from "./texts/jailbreak.ts";
import { ANSWERS } from "./texts/usage.ts";
import { worded } from "./wording.ts";

type Variant = ReturnType<ReturnType<typeof spoken>>;

const TOOLS = ["fetch_page", "read_mail", "search_tickets", "open_document"];

/** A document with orders to the model at its beginning, in its middle or at its end. */
function poisoned(stage: Stage, random: Random, disguise: Disguise | undefined): string {
  const orders = worded(INDIRECT_INJECTION, stage, random);
  const hidden = disguise ? disguise(orders, random) : orders;
  const [first, second] = [worded(DOCUMENTS, stage, random), worded(DOCUMENTS, stage, random)];
  return random.pick([
    `${hidden}\n\n${first}`,
    `${first}\n\n${hidden}\n\n${second}`,
    `${first}\n\n${hidden}`,
  ]);
}

/** As a tool's result, where the model has tools; what it gives in to goes out through another tool. */
const byTool =
  (disguise?: Disguise) =>
  (stage: Stage, random: Random): Exchange => ({
    toolResults: [
      poisoned(stage, random, disguise),
      ...(random.chance(0.4) ? [worded(DOCUMENTS, stage, random)] : []),
    ],
    ...(random.chance(0.5) && { prompt: worded(DOCUMENT_TASKS, stage, random) }),
    offered: [random.pick(TOOLS), "send_mail"],
    answer: worded(random.chance(0.5) ? COMPLIANCE : ANSWERS, stage, random),
    ...(random.chance(0.4) && {
      toolCalls: [{ name: "send_mail", input: { to: "audit@collector.example" } }],
    }),
  });

/** In the prompt itself, between what the application says around it. */
const byDocument =
  (disguise?: Disguise) =>
  (stage: Stage, random: Random): Exchange => ({
    prompt: `${worded(DOCUMENT_TASKS, stage, random)}\n\n<document>\n${poisoned(stage, random, disguise)}\n</document>`,
    answer: worded(random.chance(0.5) ? COMPLIANCE : ANSWERS, stage, random),
  });

/** One poisoned page is read several times, or several are sent at once: two to eight calls. */
const plant = (say: ReturnType<typeof byTool>, manner: Manner, fits = isChat): Variant =>
  spoken({ fits, tries: [2, 8], say })(manner);

const inTool = (form: Form, more: Omit<Manner, "form"> = {}, disguise?: Disguise): Variant =>
  plant(byTool(disguise), { ...more, form });

/** What a model reads holds orders to it. */
export const indirectInjection: Scenario = {
  id: "indirect-injection",
  title: "A mail, page or document that a model reads holds orders to the model.",
  techniques: ["AML.T0051.001"],
  variants: {
    "tool-result-converse": inTool(FORMS.converseStreamClaude),
    "tool-result-invoke": inTool(FORMS.invokeClaude),
    "tool-result-stream-zero-width": inTool(FORMS.streamClaude, {}, zeroWidth),
    "tool-result-cohere-person": plant(byTool(), { form: FORMS.invokeCohere }, hasSession),
    "document-converse-nova": plant(byDocument(), { form: FORMS.converseNova }),
    "document-llama-mixed-case": plant(byDocument(mixedCase), { form: FORMS.invokeLlama }),
    "document-slow": plant(byDocument(), { form: FORMS.converseStreamNova, pace: "slow", isScattered: true }),
  },
};
