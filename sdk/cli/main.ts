import { Command, CommanderError } from "commander";
import { CaracalError } from "../base/caracal-error.ts";
import { CODES } from "../base/codes.ts";
import { exitCodeOf } from "./exit-code.ts";
import { addCheckCommand } from "./check.ts";
import { addCoverageCommand } from "./coverage.ts";
import { addExportCommand } from "./export.ts";
import { addFuzzCommand } from "./fuzz.ts";
import { addGenerateCommand } from "./generate.ts";
import { addInferCommand } from "./infer.ts";
import { addInitCommand } from "./init.ts";
import { addMutateCommand } from "./mutate.ts";
import { addNewCommand } from "./new-rule.ts";
import { addRunCommand } from "./run.ts";
import { addScoreCommand } from "./score.ts";
import { addSimulateCommand } from "./simulate.ts";
import { addStateCommand } from "./state.ts";
import { addTestCommand } from "./test.ts";

const BAD_ARGUMENTS = 3;

/** What a program ends with that fails for a reason of its own: EX_SOFTWARE of sysexits.h. */
const OWN_FAULT = 70;

const program = new Command("caracal")
  .description(
    "Detection rules as typed TypeScript functions: write them, test them, run them over logs, ship them.",
  )
  .option("--debug", "print stack traces")
  .showHelpAfterError("(caracal --help shows what there is)")
  .exitOverride();

addInitCommand(program);
addNewCommand(program);
addRunCommand(program);
addTestCommand(program);
addCheckCommand(program);
addGenerateCommand(program);
addInferCommand(program);
addFuzzCommand(program);
addMutateCommand(program);
addCoverageCommand(program);
addExportCommand(program);
addScoreCommand(program);
addSimulateCommand(program);
addStateCommand(program);

// A reader that has seen enough, such as head, closes the pipe: nothing is wrong then, unless the alerts that it has
// not read count as written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  const isFine = error.code === "EPIPE" && !process.argv.some((word) => /^--state(=|$)/.test(word));
  if (!isFine) process.stderr.write(`standard output: OUTPUT_UNWRITABLE ${error.message}\n`);
  process.exit(isFine ? 0 : CODES.OUTPUT_UNWRITABLE.exit);
});

/** A rule may start something that fails behind its back; what it did is told, and the run goes on. */
let hasStrayFailure = false;
process.on("unhandledRejection", () => {
  hasStrayFailure = true;
  process.stderr.write("RULE_FILE_BROKEN a promise that a rule did not await has failed\n");
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = failed(error);
}
process.on("beforeExit", (code) => {
  if (hasStrayFailure) process.exitCode = Math.max(code, CODES.RULE_FILE_BROKEN.exit);
});

function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_ARGUMENTS;
  const isDebug = program.opts().debug === true;
  if (error instanceof CaracalError) {
    process.stderr.write(`${isDebug ? error.stack : error.message}\n`);
    return exitCodeOf(error.issues);
  }
  if (error instanceof Error && error.cause instanceof CaracalError) return failed(error.cause);
  const hint = "this is a fault of caracal itself; run again with --debug to see where";
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`caracal failed: ${isDebug ? stack : `${message}; ${hint}`}\n`);
  return OWN_FAULT;
}
