import { didYouMean, writeOneOf } from "./describe-choice.ts";
import { doubtful, type Finding, wrong } from "./finding.ts";
import { mapping, type Raw, type RawValue, targetOf } from "./raw-schema.ts";

/** Refs to definitions that there are not. */
export function* checkTargets(
  values: readonly RawValue[],
  definitions: readonly string[],
): Generator<Finding> {
  const known = new Set(definitions);
  for (const { raw, path } of values) {
    const target = targetOf(raw);
    if (target === undefined || known.has(target)) continue;
    const none =
      definitions.length === 0 ? "add it to the definitions" : `add it, or ${writeOneOf(definitions)}`;
    yield wrong(
      [...path, "target"],
      `there is no definition ${target}`,
      didYouMean(target, definitions) ?? none,
    );
  }
}

/** Definitions that nothing refers to. */
export function* checkUses(schema: Raw, values: readonly RawValue[]): Generator<Finding> {
  const targets = new Set(values.map(({ raw }) => targetOf(raw)));
  for (const name of Object.keys(mapping(schema.definitions))) {
    if (targets.has(name)) continue;
    yield { ...doubtful(["definitions"], `nothing refers to ${name}`, "use it, or remove it"), key: name };
  }
}
