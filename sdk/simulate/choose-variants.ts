import type { Random } from "./random.ts";
import type { Scenario } from "./scenario.ts";

/** One variant of one scenario. */
export interface Choice {
  readonly scenario: Scenario;
  readonly variant: string;
}

/**
 * The variants that names choose: `id/variant` the very one, `id` one by chance. Without names, one of every scenario.
 *
 * @throws RangeError with the name that names nothing
 */
export function chooseVariants(
  scenarios: readonly Scenario[],
  names: readonly string[] | undefined,
  random: Random,
): Choice[] {
  const byChance = (scenario: Scenario): Choice => ({
    scenario,
    variant: random.pick(Object.keys(scenario.variants)),
  });
  if (names === undefined) return scenarios.map(byChance);
  return [...new Set(names)].map((name) => {
    const [id, variant] = name.split("/", 2);
    const scenario = scenarios.find((one) => one.id === id);
    if (!scenario || (variant !== undefined && !Object.hasOwn(scenario.variants, variant)))
      throw new RangeError(name);
    return variant === undefined ? byChance(scenario) : { scenario, variant };
  });
}
