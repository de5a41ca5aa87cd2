import type { Random } from "./random.ts";

const TOWNS = ["Brackwell", "Oster Quay", "Linden Ford", "Marrow Hill", "Sandvik Dock", "Tarn Junction"];
const GOODS = ["tinned fruit", "tiles", "garden chairs", "bottle glass", "paper reels", "spare wheels"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const DELAYS = ["fog on the pass", "a closed bridge", "a late ferry", "a flat tyre", "roadworks"];

type Sentence = (random: Random) => string;

const town: Sentence = (random) => random.pick(TOWNS);

const SENTENCES: readonly Sentence[] = [
  (random) => `The manifest for ${town(random)} lists ${random.int(2, 32)} pallets of ${random.pick(GOODS)}.`,
  (random) =>
    `Truck ${random.int(10, 99)} is ${random.int(10, 90)} minutes late because of ${random.pick(DELAYS)}.`,
  (random) => `Invoice ${random.int(1_000, 9_999)} is still open, please check the weight.`,
  (random) => `The next slot at ${town(random)} is on ${random.pick(DAYS)} at ${random.int(6, 18)}:30.`,
  (random) => `We can move ${random.int(2, 9)} pallets from ${town(random)} to ${town(random)}.`,
  (random) => `The seal on container ${random.int(100, 999)} is intact and the papers are complete.`,
  (random) => `The customer in ${town(random)} wants the ${random.pick(GOODS)} before ${random.pick(DAYS)}.`,
  (random) => `Gate ${random.int(1, 12)} takes the ${random.pick(GOODS)} after lunch.`,
];

/** About one sentence has this many words. */
const WORDS_PER_SENTENCE = 11;

/** Small talk of a freight office: whole sentences, about `words` words, at least one sentence. */
export function talk(random: Random, words: number): string {
  let text = random.pick(SENTENCES)(random);
  for (
    let written = WORDS_PER_SENTENCE;
    written + WORDS_PER_SENTENCE / 2 < words;
    written += WORDS_PER_SENTENCE
  ) {
    text += ` ${random.pick(SENTENCES)(random)}`;
  }
  return text;
}

/** A shipment number as the company prints them. */
export const shipment = (random: Random): string => `TV-${random.int(10_000, 99_999)}`;

/** What the assistants are told before every conversation. */
export const BRIEFING = "You answer questions of the Tolvane Freight office. Be brief.";
