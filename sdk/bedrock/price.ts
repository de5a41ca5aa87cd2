import { organization, type Price } from "../rule/organization.ts";
import { nameOf } from "./model-name.ts";
import { OTHERWISE, PRICES } from "./price-table.ts";

/** What a model costs, and whether that is another model's price because its own is not known. */
export interface ModelPrice {
  readonly price: Price;
  readonly estimated: boolean;
}

const EXACT = new Map([...PRICES].map(([name, price]) => [name, Object.freeze({ price, estimated: false })]));

/** The dearest by line, such as `anthropic.claude-opus`, and by family, such as `claude`. */
const DEAREST = new Map<string, ModelPrice>();

for (const [name, price] of PRICES) {
  for (const key of [nameOf(name).line, familyOf(name)]) {
    const dearest = DEAREST.get(key)?.price.output ?? 0;
    if (price.output >= dearest) DEAREST.set(key, Object.freeze({ price, estimated: true }));
  }
}

const UNKNOWN: ModelPrice = Object.freeze({ price: OTHERWISE, estimated: true });

/**
 * What a model costs: as the company says, as the table says, or as the dearest of its line, else of its family, else
 * Claude Sonnet. What embeds costs as Titan's embeddings.
 */
export function priceOf({ name, line }: { readonly name: string; readonly line: string }): ModelPrice {
  const { prices } = organization();
  const own = Object.hasOwn(prices, name) ? prices[name] : undefined;
  if (own !== undefined) return { price: own, estimated: false };
  const known = EXACT.get(name) ?? DEAREST.get(line);
  if (known !== undefined) return known;
  const family = name.includes("embed") ? "titan" : familyOf(name);
  return DEAREST.get(family) ?? UNKNOWN;
}

/** The first word of a model's name, after its maker's. */
function familyOf(name: string): string {
  return /^[a-z]+/.exec(name.slice(name.indexOf(".") + 1))?.[0] ?? "";
}
