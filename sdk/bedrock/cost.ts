import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { media } from "./media.ts";
import { modelName } from "./model-name.ts";
import { perEvent } from "./per-event.ts";
import { priceOf } from "./price.ts";
import { CACHE } from "./price-table.ts";
import { tokens } from "./tokens.ts";

/** What a call cost. */
export interface Cost {
  /** In US dollars, on demand and at list price. */
  readonly dollars: number;
  /** The price of a million tokens that the model writes, which tells dear models from cheap ones. */
  readonly outputPrice: number;
  /** Whether the model's own price is not known and another's stands for it. */
  readonly estimated: boolean;
}

const MILLION = 1_000_000;

/**
 * What a call cost: its tokens, and the images and seconds of video that it asked for where those have a price. Prices
 * are the company's own (`organization().prices`), else from a built-in table of November 2026 with a price for each
 * region alike. A model that is not in it counts as the dearest of its family, and the cost as estimated; a model of no
 * family there counts as Claude Sonnet. Tokens read from the prompt cache cost a tenth of input and tokens written there
 * 1.25 times as much, unless the company says otherwise. Discounts, batches, provisioned throughput and service tiers do
 * not count.
 *
 * @example
 * cost(event); // { dollars: 0.0451, outputPrice: 15, estimated: false }
 */
export const cost: (event: AwsBedrockModelInvocation) => Cost = perEvent((event) => {
  const { price, estimated } = priceOf(modelName(event));
  const { input, output, cacheRead = input * CACHE.read, cacheWrite = input * CACHE.write } = price;
  const used = tokens(event);
  const text =
    used.input * input + used.output * output + used.cacheRead * cacheRead + used.cacheWrite * cacheWrite;
  return { dollars: text / MILLION + mediaCost(event, price), outputPrice: output, estimated };
});

function mediaCost(
  event: AwsBedrockModelInvocation,
  { image = 0, second = 0 }: { readonly image?: number; readonly second?: number },
): number {
  if (image === 0 && second === 0) return 0;
  const { images, seconds } = media(event);
  return images * image + seconds * second;
}
