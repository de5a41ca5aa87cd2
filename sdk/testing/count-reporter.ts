import type { Reporter, TestModule } from "vitest/node";

/**
 * A vitest reporter that ends every run with one line, `N passed, N failed`, and `, N skipped` when there were any. A
 * test file that cannot be loaded counts as one failure.
 *
 * @param write where the line goes. Default: standard output
 */
export function countReporter(
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
      const failed = count("failed") + modules.filter(isBroken).length + errors.length;
      const skipped = count("skipped");
      write(`${count("passed")} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}\n`);
    },
  };
}

function isBroken(module: TestModule): boolean {
  return module.errors().length > 0;
}
