import type { Definition } from "../../lint/find-definitions.ts";
import type { RuleToTest } from "../test-rules.ts";

/**
 * The rules of a file that each of its definitions makes, by their ids: that of its id, else that of its name. What is
 * left over, such as the body of a function that makes rules, may make any of the rules that are left over.
 */
export function ownersOf(
  definitions: readonly Definition[],
  rules: readonly Pick<RuleToTest, "id" | "name">[],
): ReadonlyMap<Definition, readonly string[]> {
  const nameless = definitions.filter(({ id }) => id === undefined);
  const found = new Map(
    rules.map((rule) => [
      rule.id,
      definitions.find(({ id }) => id === rule.id) ?? nameless.find(({ name }) => name === rule.name),
    ]),
  );
  const taken = new Set(found.values());
  const makes = (definition: Definition, rule: string): boolean => {
    const own = found.get(rule);
    return own === undefined ? nameless.includes(definition) && !taken.has(definition) : own === definition;
  };
  return new Map(
    definitions.map((one) => [one, rules.map(({ id }) => id).filter((rule) => makes(one, rule))]),
  );
}
