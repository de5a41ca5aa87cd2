import type { Writable } from "node:stream";
import type { ViteUserConfig } from "vitest/config";
import type * as VitestNode from "vitest/node";
import type { CliOptions, Reporter, Vite, Vitest } from "vitest/node";
import { CaracalError } from "../base/caracal-error.ts";
import { explainRules } from "../testing/config.ts";

/**
 * Starts vitest to test rules, without running a test yet. What it has to say itself goes to standard error.
 *
 * @throws CaracalError as {@link startVitest}
 */
export async function openVitest(reporters: Reporter[], watch: boolean): Promise<Vitest> {
  const options = { watch, reporters, passWithNoTests: true };
  return await startVitest(options, { plugins: [explainOnce(), ruleDefaults()] }, process.stderr);
}

/**
 * Starts vitest with the project's own configuration and what is to be different from it.
 *
 * @param output where vitest writes what it has to say itself
 * @throws CaracalError `TOOL_MISSING` without vitest, `CONFIG_BROKEN` when its configuration does not load
 */
export async function startVitest(
  options: CliOptions,
  vite: Vite.UserConfig,
  output: Writable,
): Promise<Vitest> {
  const { createVitest } = await importVitest();
  // As vitest's own command does before it reads the configuration.
  process.env.TEST = "true";
  process.env.VITEST = "true";
  process.env.NODE_ENV ??= "test";
  try {
    return await createVitest(options, vite, { stdout: output, stderr: output });
  } catch (cause) {
    const message = `vitest does not start: ${cause instanceof Error ? cause.message : String(cause)}`;
    const fix = "correct vitest.config.ts, or the file that the message names";
    throw new CaracalError({ code: "CONFIG_BROKEN", message, fix }, { cause });
  }
}

/**
 * The module that vitest is driven with.
 *
 * @throws CaracalError `TOOL_MISSING`
 */
export async function importVitest(): Promise<typeof VitestNode> {
  try {
    return await import("vitest/node");
  } catch (cause) {
    const fix = "npm install --save-dev vitest";
    throw new CaracalError({ code: "TOOL_MISSING", message: "vitest is not installed", fix }, { cause });
  }
}

/** The plugin that explains failures, unless the project's configuration has it. */
function explainOnce(): Vite.Plugin {
  const plugin = explainRules();
  let isDouble = false;
  return {
    ...plugin,
    configResolved(config) {
      isDouble = config.plugins.filter(({ name }) => name === plugin.name).length > 1;
      plugin.configResolved(config);
    },
    transform: async (text, id) => (isDouble ? undefined : await plugin.transform(text, id)),
  };
}

/**
 * What is faster for rules, where the project says nothing else. They are pure, so their tests may share a module
 * graph; starting vitest and loading Caracal for each file anew would take longer than the tests. Threads start sooner
 * than processes: a second counts with --watch.
 */
function ruleDefaults(): Vite.Plugin {
  return {
    name: "caracal:rule-defaults",
    config: ({ test = {} }: ViteUserConfig) => ({
      test: { isolate: test.isolate ?? false, pool: test.pool ?? "threads" },
    }),
  };
}
