import { relative } from "node:path";
import type { Mapped } from "./insert-into.ts";
import { instrument } from "./instrument.ts";

/** A plugin of Vite, as far as this one is one. */
export interface ExplainRules {
  readonly name: string;
  readonly enforce: "pre";
  /** Learns where the project is, and whether coverage is measured: then it does nothing. */
  configResolved(config: { readonly root: string; readonly test?: unknown }): void;
  /** A rule module that notes what its conditions say, when it is asked to; nothing for any other module. */
  transform(text: string, id: string): Promise<Mapped | undefined>;
}

/**
 * A Vite plugin that lets a failed test of a rule say which part of `detect` was false, and what it looked at. It writes
 * into the rules' modules as they are loaded for a test; what they do stays the same, and so do
 * their lines and columns. Modules of
 * packages are left alone; so is everything while coverage is measured, and under mutation.
 *
 * @example
 * // vitest.config.ts
 * import { explainRules } from "caracal/testing/config";
 * import { defineConfig } from "vitest/config";
 *
 * export default defineConfig({ plugins: [explainRules()] });
 */
export function explainRules(): ExplainRules {
  let root = process.cwd();
  let isOff = false;
  return {
    name: "caracal:explain-rules",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      isOff = measuresCoverage(config.test);
    },
    async transform(text, id) {
      const [file = ""] = id.split("?", 1);
      if (isOff || file.includes("/node_modules/") || !/\.[cm]?[jt]s$/.test(file)) return undefined;
      return instrument(text, relative(root, file).replaceAll("\\", "/"), file);
    },
  };
}

/** What is measured must be what was written. */
function measuresCoverage(test: unknown): boolean {
  const { coverage } = (test ?? {}) as { readonly coverage?: { readonly enabled?: boolean } };
  return coverage?.enabled === true;
}
