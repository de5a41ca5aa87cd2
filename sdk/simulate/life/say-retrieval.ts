import type { Random } from "../random.ts";
import { shipment, talk } from "../talk.ts";
import type { Says } from "../workload.ts";
import { wordsOf } from "../words-of.ts";

const SYSTEM = "Answer the question from the documents alone, and name the document that you use.";
const TITLES = [
  "Terms of carriage",
  "Handbook for drivers",
  "Customs leaflet",
  "Claims procedure",
  "Dock rules",
];
const ROWS = ["arrived", "at the gate", "cleared", "on the ferry", "delayed"];

/** An application that looks things up: documents come with the question, or a tool has found them. */
export const retrieving: Says = (random, tokens, turn) => {
  const answer = talk(random, wordsOf(tokens.output));
  const question = `${talk(random, 12)} What do our papers say about it?`;
  if (random.chance(0.5)) {
    const documents = Array.from({ length: random.int(2, 4) }, () => document(random)).join("\n");
    return { system: SYSTEM, prompt: `${documents}\n\nQuestion: ${question}`, answer, maxTokens: 1_500 };
  }
  const offered = ["search_documents", "lookup_shipment"];
  if (turn === 0) {
    const call = random.chance(0.5)
      ? { name: "search_documents", input: { query: talk(random, 6) } }
      : { name: "lookup_shipment", input: { shipment: shipment(random) } };
    return { system: SYSTEM, prompt: question, offered, toolCalls: [call], maxTokens: 1_500 };
  }
  const toolResults = [random.chance(0.5) ? document(random) : row(random)];
  return { system: SYSTEM, history: [question], toolResults, offered, answer, maxTokens: 1_500 };
};

const document = (random: Random): string =>
  `<document title="${random.pick(TITLES)}" page="${random.int(1, 90)}">${talk(random, 45)}</document>`;

const row = (random: Random): string =>
  JSON.stringify({ shipment: shipment(random), status: random.pick(ROWS), note: talk(random, 10) });
