import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { type LoadedRules, loadRules } from "./load-rules.ts";

/** The rules of a run: those of a bundle, else of a folder or pack. */
export async function loadRunRules({
  rules,
  bundle,
}: {
  readonly rules: string;
  readonly bundle?: string;
}): Promise<LoadedRules> {
  if (bundle === undefined) return await loadRules(rules, BUILT_IN_LOG_TYPES);
  const { loadBundle } = await import("./load-bundle.ts");
  return await loadBundle(bundle);
}
