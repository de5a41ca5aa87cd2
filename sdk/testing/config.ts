/**
 * What a `vitest.config.ts` needs to test rules.
 *
 * @module
 * @example
 * import { countReporter, explainRules } from "caracal/testing/config";
 * import { defineConfig } from "vitest/config";
 *
 * export default defineConfig({
 *   plugins: [explainRules()],
 *   test: { reporters: ["default", countReporter()] },
 * });
 */
export { countReporter } from "./count-reporter.ts";
export { type ExplainRules, explainRules } from "./explain/explain-rules.ts";
