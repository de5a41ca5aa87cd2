import type { Price } from "../rule/organization.ts";

/**
 * List prices by {@link modelName} `name`, in US dollars for a million tokens or for one image. AWS's own list can be
 * read by a browser alone, so they are from what others say of it: see the comments. Where they differ, the one that
 * more of them give; where only a region's price is known, that one.
 */
export const PRICES: ReadonlyMap<string, Price> = new Map<string, Price>([
  ["anthropic.claude-opus-4-7", { input: 5, output: 25 }], // clauder-navi.com, 2026
  ["anthropic.claude-opus-4", { input: 15, output: 75 }], // deploybase, March 2026
  ["anthropic.claude-3-opus", { input: 15, output: 75 }], // several, first quarter of 2026
  ["anthropic.claude-sonnet-4-6", { input: 3, output: 15 }], // clauder-navi.com, 2026
  ["anthropic.claude-3-5-sonnet", { input: 3, output: 15 }], // several, first quarter of 2026; one says 6 and 30
  ["anthropic.claude-haiku-4-5", { input: 1, output: 5 }], // clauder-navi.com, 2026
  ["anthropic.claude-3-5-haiku", { input: 0.8, output: 4 }], // several, first quarter of 2026
  ["anthropic.claude-3-haiku", { input: 0.25, output: 1.25 }], // inventivehq, 2026
  ["amazon.nova-pro", { input: 0.8, output: 3.2 }], // us-east-1, first quarter of 2026
  ["amazon.nova-lite", { input: 0.06, output: 0.24 }], // us-east-1, first quarter of 2026
  ["amazon.nova-micro", { input: 0.035, output: 0.14 }], // us-east-1, first quarter of 2026
  ["amazon.titan-embed-text", { input: 0.029, output: 0 }], // ap-northeast-1, AWS Price List, September 2026
  ["meta.llama3-3-70b-instruct", { input: 0.72, output: 0.72 }], // first quarter of 2026; one says 2.65
  ["meta.llama3-1-405b-instruct", { input: 5.32, output: 16 }], // first quarter of 2026; one says 2.50 and 10
  ["mistral.mistral-large", { input: 2, output: 6 }], // first quarter of 2026
  ["cohere.command-r-plus", { input: 2.5, output: 10 }], // first quarter of 2026
  ["ai21.jamba-1-5-large", { input: 2, output: 8 }], // first quarter of 2026
  ["amazon.nova-canvas", { input: 0, output: 0, image: 0.04 }], // two public cost tables, November 2026
  ["stability.stable-image-ultra", { input: 0, output: 0, image: 0.14 }], // two public cost tables, November 2026
]);

/** What a model counts as whose family is not in the table: Claude Sonnet, the dearest that is in everyday use. */
export const OTHERWISE: Price = { input: 3, output: 15 };

/** Tokens read from the prompt cache cost a tenth of input, tokens written there a quarter more (Anthropic, 2026). */
export const CACHE = { read: 0.1, write: 1.25 };
