import { plain } from "../report/paint.ts";
import { junitText } from "../testing/reporter/junit-text.ts";
import { paintFor } from "./terminal.ts";
import { testJson } from "./test-json.ts";
import { type ShownResults, type TestOutcome, testText, withoutColours } from "./test-text.ts";
import { textFile } from "./text-file.ts";

/** Where results go, and in what form. */
export interface TestOutput {
  readonly reporter: "default" | "junit" | "json";
  /** A file for the report; what people read is printed then too. */
  readonly out?: string;
}

/**
 * Prints what came of a run. A report for machines takes standard output, unless it goes to a file.
 *
 * @throws CaracalError `OUTPUT_UNWRITABLE`
 */
export function tellOutcome(
  outcome: TestOutcome,
  { reporter, out }: TestOutput,
  isShown?: ShownResults,
): void {
  if (out !== undefined) {
    const file = textFile(out);
    file.write(reportText(outcome, reporter));
    file.close();
  }
  const isMachines = reporter !== "default" && out === undefined;
  if (isMachines) process.stdout.write(reportText(outcome, reporter));
  const stream = isMachines ? process.stderr : process.stdout;
  const paint = paintFor(stream);
  const text = testText(outcome, paint, isShown);
  stream.write(paint("red", "") === "" ? withoutColours(text) : text);
}

function reportText(outcome: TestOutcome, reporter: TestOutput["reporter"]): string {
  if (reporter === "json") return testJson(outcome);
  if (reporter === "junit") return junitText(outcome.results, outcome.findings);
  return withoutColours(testText(outcome, plain));
}
