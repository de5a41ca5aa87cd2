import type { Config } from "./config.ts";

/**
 * Says what the commands of a project begin with, in a file `caracal.config.ts` in its folder. It hands back what it gets:
 * it is there for the types.
 *
 * @example
 * export default defineConfig({
 *   rules: ["rules", "aws-bedrock"],
 *   organization: { accounts: ["111122223333"], regions: ["eu-central-1"] },
 *   overrides: [extendRule(errorSpike, { severity: "CRITICAL" })],
 * });
 */
export const defineConfig = (config: Config): Config => config;
