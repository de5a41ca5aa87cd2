import { talk } from "../talk.ts";
import type { Says } from "../workload.ts";
import { wordsOf } from "../words-of.ts";

const SYSTEMS = [
  "You are the dispatch desk's assistant. Answer from what you know of Tolvane Freight's network, and say so when you do not know.",
  "You help customers of Tolvane Freight to find their shipments. Be friendly and brief. Do not give legal advice.",
  "You answer drivers' questions about docks, slots and papers. Use short sentences.",
];

/** An application that talks with people, behind a guardrail. */
export const chatting: Says = (random, tokens, turn) => ({
  system: SYSTEMS[tokens.input % SYSTEMS.length] ?? "",
  ...(turn > 0 && { history: [talk(random, 20), talk(random, 30)] }),
  prompt: talk(random, wordsOf(tokens.input)),
  answer: talk(random, wordsOf(tokens.output)),
  maxTokens: 1_024,
  guardrail: { action: "none" },
});
