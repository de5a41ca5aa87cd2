import type { Issue } from "../base/issue.ts";
import { findConfig } from "./load-config.ts";
import type { LoadedRules } from "./load-rules.ts";
import { loadProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";

/** The rules of a run: those of a bundle, which brings its own configuration, else those of the project. */
export async function loadRunRules({
  bundle,
  ...options
}: RulesOptions & { readonly bundle?: string }): Promise<LoadedRules> {
  if (bundle === undefined) return await loadProject(options);
  const { loadBundle } = await import("./load-bundle.ts");
  const loaded = await loadBundle(bundle);
  const config = findConfig(options.config);
  return config === undefined ? loaded : { ...loaded, issues: [...loaded.issues, unused(config, bundle)] };
}

function unused(source: string, bundle: string): Issue {
  const message = `it does not count here: ${bundle} brings the configuration that it was built with`;
  return { code: "CONFIG_UNUSED", source, message, fix: "--no-config leaves this out" };
}
