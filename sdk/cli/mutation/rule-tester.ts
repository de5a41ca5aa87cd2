import { Writable } from "node:stream";
import type { TestModule } from "vitest/node";
import { testsOfRules } from "../test-run.ts";
import { startVitest } from "../test-vitest.ts";

const OPTIONS = {
  watch: false,
  coverage: { enabled: false },
  // One change at a time, in a thread that ends with this process whatever a rule does.
  pool: "threads",
  maxWorkers: 1,
  bail: 1,
  // It knows files by what is on the disk, so it would take a changed rule for the real one, now and later.
  fsModuleCache: false,
  // How tests end with a changed rule says nothing of the next run.
  cache: false,
  onConsoleLog: () => false,
} as const;

/** How tests ended. */
export interface TestOutcome {
  /** `broken`: those that did not pass did not load either, or the rule that they import did not. */
  readonly kind: "passed" | "failed" | "broken";
  /** What went wrong, each `test file: test: message`. */
  readonly failures: readonly string[];
}

/** A file, and the text that it has for a run; the file itself stays as it is. */
export interface Served {
  readonly file: string;
  readonly text: string;
}

/** Runs tests of rules, with a rule file as it is or changed. */
export interface RuleTester {
  /** The test files of the project's rules. */
  readonly testFiles: readonly string[];
  /** Rule files that a test has imported through vitest so far. Others would not be seen changed. */
  readonly imported: ReadonlySet<string>;
  /**
   * @param tests paths of test files
   * @param change a rule file that is another for this run
   */
  run(tests: readonly string[], change?: Served): Promise<TestOutcome>;
  close(): Promise<void>;
}

/**
 * Starts vitest as the project configures it, and without a word of its own.
 *
 * @param root the project's folder
 * @param rules where tests may be beside `rules` and `test/rules`
 * @throws CaracalError `TOOL_MISSING` without vitest, `CONFIG_BROKEN` when its configuration does not load
 */
export async function ruleTester(root: string, rules?: readonly string[]): Promise<RuleTester> {
  const imported = new Set<string>();
  let served: Served | undefined;
  const serve = {
    name: "caracal:mutate",
    enforce: "pre" as const,
    load(id: string) {
      const [file = ""] = id.split("?");
      imported.add(file);
      return file === served?.file ? served.text : undefined;
    },
  };
  const options = { ...OPTIONS, root, reporters: [{}] };
  const vitest = await startVitest(options, { plugins: [serve], logLevel: "silent" }, nowhere());
  const specifications = await vitest.globTestSpecifications();
  return {
    testFiles: testsOfRules(specifications, rules).map(({ moduleId }) => moduleId),
    imported,
    async run(tests, change) {
      if (served !== undefined) vitest.invalidateFile(served.file);
      if (change !== undefined) vitest.invalidateFile(change.file);
      served = change;
      const asked = specifications.filter(({ moduleId }) => tests.includes(moduleId));
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked);
      // It tells of the modules of earlier runs too.
      const own = testModules.filter(({ moduleId }) => tests.includes(moduleId));
      const bad = own.filter((module) => !module.ok());
      const failures = [...bad.flatMap(failuresOf), ...unhandledErrors.map(messageOf)];
      const isBroken = bad.length > 0 && bad.every(({ children }) => children.size === 0);
      const isGood = bad.length + unhandledErrors.length === 0;
      return { kind: isGood ? "passed" : isBroken ? "broken" : "failed", failures };
    },
    close: () => vitest.close(),
  };
}

function nowhere(): Writable {
  return new Writable({ write: (_text, _encoding, done) => done() });
}

/** Of tests, and of what stands around them: the file itself, and hooks of its suites. */
function failuresOf(module: TestModule): string[] {
  const { children, relativeModuleId } = module;
  const tests = [...children.allTests("failed")].map((test) => ({
    name: `${test.fullName}: `,
    error: test.result().errors?.[0],
  }));
  const around = [module, ...children.allSuites()].flatMap((one) => one.errors());
  return [...tests, ...around.map((error) => ({ name: "", error }))].map(
    ({ name, error }) => `${relativeModuleId}: ${name}${messageOf(error)}`,
  );
}

function messageOf(error: unknown): string {
  const { message } = error instanceof Object && "message" in error ? error : { message: error };
  return String(message).split("\n", 1)[0] ?? "";
}
