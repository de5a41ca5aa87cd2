import { formatCount } from "../../report/format-count.ts";
import { changed } from "./change.ts";
import { changeOf, type Mutant, type MutatedFile, shadowed } from "./mutated-file.ts";
import { type RuleTester, ruleTester } from "./rule-tester.ts";

/** What the tests of rules need to know that run in a process of Stryker's. */
export interface MutationPlan {
  /** The project's folder. */
  readonly root: string;
  readonly files: readonly MutatedFile[];
  /** How long all tests take when nothing is changed. */
  readonly milliseconds: number;
}

interface MutantRun {
  readonly activeMutant: Mutant & { readonly fileName: string };
}

/**
 * A test runner for Stryker that leaves the project as it is: the changed file is handed to vitest in place of the
 * real one, and only its own tests run. A change with which the rule does not load any more is an error, which Stryker
 * does not count: no test has to notice it.
 */
function testRunner({ caracal: { root, files, milliseconds } }: { readonly caracal: MutationPlan }): object {
  let tester: RuleTester;
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async init() {
      // Tests may read files that they name from the project's folder.
      process.chdir(root);
      tester = await ruleTester(root);
    },
    // They have run before Stryker began.
    dryRun: () => ({
      status: "complete",
      tests: [{ id: "all", name: "all", status: 0, timeSpentMs: milliseconds }],
    }),
    async mutantRun({ activeMutant }: MutantRun) {
      const file = shadowed(activeMutant.fileName, files);
      const text = changed(file.text, changeOf(file, activeMutant));
      const { kind, failures } = await tester.run(file.tests, { file: file.file, text });
      if (kind === "passed") return { status: "survived", nrOfTests: 1 };
      if (kind === "broken") return { status: "error", errorMessage: failures[0] ?? "" };
      return { status: "killed", killedBy: ["all"], failureMessage: failures[0] ?? "", nrOfTests: 1 };
    },
    dispose: () => tester.close(),
  };
}
testRunner.inject = ["options"];

/** Draws how far Stryker is on one line of a terminal, and nothing anywhere else. */
function progress(): object {
  let total = 0;
  let tried = 0;
  return {
    onMutationTestingPlanReady({ mutantPlans }: { readonly mutantPlans: readonly unknown[] }) {
      total = mutantPlans.length;
    },
    onMutantTested: () => draw(`${++tried} of ${formatCount(total, "change")} tried`),
    wrapUp: () => draw(""),
  };
}

function draw(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [
  { kind: "TestRunner", name: "caracal", factory: testRunner },
  { kind: "Reporter", name: "caracal", factory: progress },
];
