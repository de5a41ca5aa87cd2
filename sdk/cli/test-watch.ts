import { relative } from "node:path";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue } from "../base/issue.ts";
import {
  emptySelections,
  isTestOfRules,
  outcomeOf,
  selectFrom,
  type TestOptions,
  withOwnPlaces,
} from "./test-run.ts";
import { tellOutcome } from "./test-output.ts";
import { testProgress } from "./test-progress.ts";
import { type RulesToTest, rulesToTest } from "./test-rules.ts";
import { importVitest, openVitest } from "./test-vitest.ts";

/**
 * Runs the tests that the filters select, and again those that a change touches, until the user ends it. What is told
 * after a change is about the tests that ran again, and of others only whether they fail.
 */
export async function watchTests(filters: readonly string[], given: TestOptions): Promise<void> {
  const options = await withOwnPlaces(given);
  let afterRun: ((modules: readonly TestModule[]) => Promise<void>) | undefined;
  let change: string | undefined;
  const reporter: Reporter = {
    onTestRunStart: () => void (loading = rulesToTest(options.rules).catch(unloaded)),
    onWatcherRerun: (_, trigger) => void (change = trigger),
    onTestRunEnd: async (modules) => await afterRun?.(modules),
  };
  const loaded = await rulesToTest(options.rules);
  let loading: Promise<RulesToTest> = Promise.resolve(loaded);
  const vitest = await openVitest([testProgress(process.stderr), reporter], true);
  const { registerConsoleShortcuts } = await importVitest();
  const selection = await selectFrom(vitest, loaded, filters, options);
  afterRun = async (modules) => {
    const files = new Set(modules.map(({ moduleId }) => relative(process.cwd(), moduleId)));
    if (files.size === 0) return;
    if (change !== undefined) tell(`\n${change}`);
    const found = await loading;
    const outcome = await outcomeOf(vitest, found, selection, options);
    tellOutcome(outcome, options, ({ file }) => files.has(file));
    for (const issue of emptySelections(found, selection, outcome, options)) tell(formatIssue(issue));
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

/** Rules that are not to be had for now, such as those of a folder with a file that does not come to an end. */
function unloaded(error: unknown): RulesToTest {
  if (error instanceof CaracalError) return { rules: [], issues: error.issues };
  throw error;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
