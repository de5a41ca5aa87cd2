import type { Digest } from "../../base/digest.ts";
import type { AnyEvent } from "../../event/log-types.ts";
import type { CompiledCorrelation } from "./compiled-correlation.ts";

/** A step that waits for the matches of a rule. */
export interface Listener {
  readonly correlation: string;
  readonly step: number;
  readonly on: "match" | "alert";
  /** Stands for keys that are too long to be kept. */
  readonly digest: Digest;
  readonly by: (event: AnyEvent) => unknown;
  readonly distinct?: (event: AnyEvent) => unknown;
  readonly context?: (event: AnyEvent) => unknown;
  /** Those that wait for what the step's match may complete. */
  readonly above: readonly Listener[];
}

/**
 * The steps that wait for each rule or correlation, by its id.
 *
 * @param correlations none of which is a step of itself
 */
export function listenersOf(
  correlations: readonly CompiledCorrelation[],
  digest: Digest,
): ReadonlyMap<string, readonly Listener[]> {
  const byId = new Map<string, Listener[]>();
  const of = (id: string): Listener[] => {
    const known = byId.get(id) ?? [];
    byId.set(id, known);
    return known;
  };
  for (const { id, rule } of correlations) {
    for (const [at, step] of Object.values(rule.steps).entries()) {
      const common = { correlation: id, step: at, digest, by: step.by as Listener["by"] };
      if (step.absent === true) {
        of(step.rule.id).push({ ...common, on: "match", above: [] });
        continue;
      }
      const { on = "match", distinct, context } = step;
      of(step.rule.id).push({
        ...common,
        on,
        ...(distinct && { distinct: distinct.of as Listener["by"] }),
        ...(context && { context: context as Listener["by"] }),
        above: of(id),
      });
    }
  }
  return byId;
}
