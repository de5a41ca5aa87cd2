import { relative } from "node:path";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";
import { formatIssue } from "../base/issue.ts";
import { emptyFilters } from "./test-empty-filters.ts";
import { isTestOfRules, outcomeOf, selectFrom, type TestOptions } from "./test-run.ts";
import { tellOutcome } from "./test-output.ts";
import { testProgress } from "./test-progress.ts";
import { rulesToTest } from "./test-rules.ts";
import { importVitest, openVitest } from "./test-vitest.ts";

/**
 * Runs the tests that the filters select, and again those that a change touches, until the user ends it. What is told
 * after a change is about the tests that ran again, and of others only whether they fail.
 */
export async function watchTests(filters: readonly string[], options: TestOptions): Promise<void> {
  let afterRun: ((modules: readonly TestModule[]) => Promise<void>) | undefined;
  let change: string | undefined;
  const reporter: Reporter = {
    onWatcherRerun: (_, trigger) => void (change = trigger),
    onTestRunEnd: async (modules) => await afterRun?.(modules),
  };
  const vitest = await openVitest([testProgress(process.stderr), reporter], true);
  const { registerConsoleShortcuts } = await importVitest();
  const selection = await selectFrom(vitest, await rulesToTest(options.rules), filters, options);
  afterRun = async (modules) => {
    const files = new Set(modules.map(({ moduleId }) => relative(process.cwd(), moduleId)));
    if (files.size === 0) return;
    if (change !== undefined) tell(`\n${change}`);
    const found = await rulesToTest(options.rules);
    const outcome = await outcomeOf(vitest, found, selection, options);
    tellOutcome(outcome, options, ({ file }) => files.has(file));
    for (const issue of emptyFilters(selection.names, options.name, found.rules, outcome.results))
      tell(formatIssue(issue));
    if (process.stdin.isTTY) tell("Waiting for changes: enter runs all again, q ends.");
  };
  const selected = new Set(selection.specifications.map(({ moduleId }) => moduleId));
  const isOfRules = (one: TestSpecification): boolean => isTestOfRules(one, options.rules);
  const takesAny = !selection.specifications.some(isOfRules);
  vitest.onFilterWatchedSpecification((one) => {
    const isNew = selection.isAll && (takesAny || isOfRules(one));
    return isNew || selected.has(one.moduleId);
  });
  const closed = new Promise<void>((resolve) => vitest.onClose(resolve));
  await vitest.standalone();
  await vitest.runTestSpecifications([...selection.specifications], selection.isAll);
  if (process.stdin.isTTY) registerConsoleShortcuts(vitest, process.stdin, process.stderr);
  await closed;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
