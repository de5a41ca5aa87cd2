import type { Reporter } from "vitest/node";
import { countResults, resultsOf } from "./reporter/test-results.ts";

/**
 * A vitest reporter that ends every run with one line, `N passed, N failed`, and `, N skipped` when there were any. A
 * test file that cannot be loaded counts as one failure, and so does each error outside of tests.
 *
 * @param write where the line goes. Default: standard output
 */
export function countReporter(
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      write(`${countText(countResults(resultsOf(modules, errors)))}\n`);
    },
  };
}

/** `N passed, N failed`, and `, N skipped` when there were any. */
export function countText({ passed, failed, skipped }: ReturnType<typeof countResults>): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
