import type { Call } from "../call.ts";
import type { Attack } from "../scenario.ts";

/** The shortest text of an exchange that counts as planted, in characters. */
const SHORTEST = 20;

/** An attack of these calls; its texts and any secrets are planted. `blended` are ordinary calls among them. */
export function attackOf(
  calls: readonly Call[],
  more: Omit<Attack, "calls"> & { readonly blended?: readonly Call[] } = {},
): Attack {
  const { blended = [], planted = [], ...rest } = more;
  const texts = [...planted, ...calls.flatMap(textsOf)];
  return {
    ...rest,
    calls: [...calls, ...blended].toSorted((a, b) => a.time - b.time),
    planted: [...new Set(texts.filter(({ length }) => length >= SHORTEST))],
  };
}

function textsOf({ exchange }: Call): readonly string[] {
  if (!exchange) return [];
  const { prompt, history = [], answer, toolResults = [], guardrail } = exchange;
  return [prompt, ...history, answer, ...toolResults, guardrail?.withheld].filter(
    (text) => text !== undefined,
  );
}
