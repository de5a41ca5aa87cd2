import { defineConfig } from "vitest/config";
import { countReporter, explainRules } from "./sdk/testing/config.ts";

export default defineConfig({
  plugins: [explainRules()],
  test: {
    exclude: ["node_modules/**", ".cache/**"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", countReporter()],
    // Starting date-fns and zod anew for every file would take longer than the tests.
    isolate: false,
    // Many tests wait for a command that they started.
    maxWorkers: "100%",
  },
});
