import { readFile } from "node:fs/promises";
import sumBy from "lodash/sumBy.js";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { visible } from "../base/visible.ts";
import { formatCount } from "../report/format-count.ts";
import { findMisfits } from "../schema/infer/find-misfits.ts";
import { inferSchema } from "../schema/infer/infer-schema.ts";
import { newObservation, type Observation, observe } from "../schema/infer/observe.ts";
import { nameOfSample } from "../schema/infer/name-of-sample.ts";
import { printSchema } from "../schema/infer/print-schema.ts";
import { describeKinds, kindsOf } from "../schema/infer/record-kinds.ts";
import { logSchema } from "../schema/log-schema.ts";
import { readSchema } from "../schema/read-schema.ts";
import { findSources } from "../sources/find-sources.ts";
import type { Source } from "../sources/source.ts";
import { unreadable } from "../sources/unreadable.ts";
import { checkOutputs } from "./check-outputs.ts";
import { exitCodeOf } from "./exit-code.ts";
import { progressBar } from "./progress-bar.ts";
import { textFile } from "./text-file.ts";

/** What the command line says of inferring. */
export interface InferOptions {
  readonly schema?: string;
  readonly out?: string;
  readonly check?: string;
}

/** Samples without a record are no answer to what was asked. */
const NO_RECORDS = 3;

/** Does what the command says, and tells the exit code. */
export async function inferFrom(paths: readonly string[], options: InferOptions): Promise<number> {
  const { check, out } = options;
  const name = options.schema === undefined ? nameOfSample(paths) : checkedName(options.schema);
  const schema = check === undefined ? undefined : readSchema(await textOf(check), check);
  const { sources, issues } = await findSources(paths, process.stdin);
  checkOutputs(sources, options);
  for (const issue of issues) tell(formatIssue(issue));
  const { observation, issues: failures } = await observeAll(sources);
  const exitCode = exitCodeOf([...issues, ...failures]);

  const inferred = inferSchema(name, observation);
  if (inferred === undefined) {
    const message = "the samples hold no record with a field that has a value";
    tell(formatIssue({ code: "INPUT_EMPTY", source: paths.join(" "), message }));
    return Math.max(exitCode, NO_RECORDS);
  }
  const kinds = kindsOf(observation.keySets);
  if (kinds.length > 1) tell(visible(describeKinds(kinds)));
  if (schema !== undefined) {
    const misfits = findMisfits(schema, observation);
    for (const { path, message } of misfits)
      process.stdout.write(`${visible(`${check}: ${path} ${message}`)}\n`);
    return Math.max(exitCode, misfits.length > 0 ? 1 : 0);
  }
  write(printSchema(inferred), out);
  return exitCode;
}

interface Observed {
  readonly observation: Observation;
  /** What could not be read. */
  readonly issues: readonly Issue[];
}

/** How many of the rejected records are shown. */
const SHOWN = 3;

async function observeAll(sources: readonly Source[]): Promise<Observed> {
  const observation = newObservation();
  const issues: Issue[] = [];
  let rejected = 0;
  const progress = progressBar(
    process.stderr,
    sumBy(sources, ({ size = 0 }) => size),
  );
  const report = (issue: Issue): void => {
    progress.clear();
    tell(formatIssue(issue));
  };
  for (const source of sources) {
    try {
      for await (const records of source.read((bytes) =>
        progress.advance(bytes, observation.records.count),
      )) {
        for (const record of records) {
          if (record.kind === "record") observe(record.value, observation);
          else if (record.kind === "rejected" && rejected++ < SHOWN)
            report({ code: record.code, message: record.message, source: source.name, line: record.line });
        }
      }
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      error.issues.forEach(report);
      issues.push(...error.issues);
    }
  }
  progress.clear();
  tell(`${formatCount(observation.records.count, "record")} read, ${formatCount(rejected)} rejected`);
  return { observation, issues };
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  const file = textFile(out);
  file.write(text);
  file.close();
  tell(`${out} written`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
}

function checkedName(name: string): string {
  if (logSchema.shape.schema.safeParse(name).success) return name;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `${name} is no name of a log type`,
    fix: "write one such as Custom.DoorLog",
  });
}
