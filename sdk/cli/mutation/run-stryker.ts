import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaracalError } from "../../base/caracal-error.ts";
import type { Change } from "./change.ts";
import { changeOf, type Mutant, type ReadFile, shadowed } from "./mutated-file.ts";
import type { MutationPlan } from "./stryker-plugin.ts";

/** A change that was tried, and what the tests said to it. */
export interface TriedChange extends Change {
  /** The path of the file. */
  readonly file: string;
  /** The rule file that it was tried for, where it is not in a rule file itself. */
  readonly usedBy?: string | undefined;
  /** `invalid`: the rule does not load with it, so it does not count. `ignored`: a comment says that it shall not be. */
  readonly result: "killed" | "survived" | "invalid" | "ignored";
}

const RESULTS: Readonly<Record<string, TriedChange["result"]>> = {
  Killed: "killed",
  Timeout: "killed",
  Survived: "survived",
  Ignored: "ignored",
};

/**
 * What a change may take longer than the tests without it before it counts as noticed, in milliseconds: a loop that
 * does not end any more. Generous, because a busy machine must not better a score.
 */
const PATIENCE = 20_000;

/**
 * Tries every change of rule files, with Stryker: in a folder of its own that is gone afterwards, so that the project
 * stays as it is.
 *
 * @param files whose tests pass as they are
 * @param milliseconds how long these tests take together
 * @throws CaracalError `TOOL_MISSING` without Stryker
 */
export async function runStryker(files: readonly ReadFile[], milliseconds: number): Promise<TriedChange[]> {
  const { Stryker } = await import("@stryker-mutator/core").catch((cause: unknown) => {
    const fix = "npm install --save-dev @stryker-mutator/core";
    throw new CaracalError({ code: "TOOL_MISSING", message: "Stryker is not installed", fix }, { cause });
  });
  const root = process.cwd();
  const folder = await mkdtemp(join(tmpdir(), "caracal-mutate-"));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clean);
  const plan: MutationPlan = {
    root,
    milliseconds,
    files: files.map(({ shadow: _s, definitions: _d, owners: _o, usedBy: _u, digest: _g, ...file }) => file),
  };
  try {
    const names = files.map(({ file }, at) => `${at}${extname(file)}`);
    for (const [at, name] of names.entries()) await writeFile(join(folder, name), files[at]?.shadow ?? "");
    // Stryker reads and writes where it runs.
    process.chdir(folder);
    const mutants = await new Stryker({
      mutate: names,
      testRunner: "caracal",
      plugins: [pluginFile()],
      caracal: plan,
      reporters: ["caracal"],
      coverageAnalysis: "off",
      disableTypeChecks: false,
      timeoutMS: PATIENCE,
      timeoutFactor: 4,
      logLevel: "off",
      fileLogLevel: "off",
      cleanTempDir: "always",
      warnings: false,
    } as object).runMutationTest();
    return mutants.map((mutant) => {
      const file = shadowed(mutant.fileName, files);
      return {
        ...changeOf(file, fromZero(mutant)),
        file: file.file,
        usedBy: file.usedBy,
        result: RESULTS[mutant.status] ?? "invalid",
      };
    });
  } finally {
    process.chdir(root);
    process.off("exit", clean);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Stryker's results count lines and columns from 1. */
function fromZero({ location: { start, end }, ...mutant }: Mutant): Mutant {
  const less = ({ line, column }: typeof start): typeof start => ({ line: line - 1, column: column - 1 });
  return { ...mutant, location: { start: less(start), end: less(end) } };
}

/** The package that is published holds the same file as JavaScript. */
function pluginFile(): string {
  return fileURLToPath(new URL(`stryker-plugin${extname(import.meta.url)}`, import.meta.url));
}
