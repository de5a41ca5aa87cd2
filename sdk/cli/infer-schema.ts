import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { visible } from "../base/visible.ts";
import { findMisfits } from "../schema/infer/find-misfits.ts";
import { inferSchema } from "../schema/infer/infer-schema.ts";
import { nameOfSample } from "../schema/infer/name-of-sample.ts";
import { printSchema } from "../schema/infer/print-schema.ts";
import { describeKinds, kindsOf } from "../schema/infer/record-kinds.ts";
import { type LogSchema, logSchema } from "../schema/log-schema.ts";
import { readSchema } from "../schema/read-schema.ts";
import { findSources } from "../sources/find-sources.ts";
import { checkOutputs } from "./check-outputs.ts";
import { exitCodeOf } from "./exit-code.ts";
import { observeSamples } from "./observe-samples.ts";
import { readText } from "./read-text.ts";
import { writeResult } from "./write-result.ts";

/** What the command line says of inferring. */
export interface InferOptions {
  readonly schema?: string;
  readonly out?: string;
  readonly check?: string;
}

/** Does what the command says, and tells the exit code. */
export async function inferFrom(paths: readonly string[], options: InferOptions): Promise<number> {
  const { check, out } = options;
  const name = options.schema === undefined ? nameOfSample(paths) : checkedName(options.schema);
  const schema = check === undefined ? undefined : await schemaToCheck(check);
  const { sources, issues } = await findSources(paths, process.stdin);
  checkOutputs(sources, options);
  for (const issue of issues) tell(formatIssue(issue));
  const { observation, issues: failures } = await observeSamples(sources);
  const exitCode = exitCodeOf([...issues, ...failures]);

  const inferred = inferSchema(name, observation);
  if (inferred === undefined) {
    const message = "the samples hold no record with a field that has a value";
    const empty = { code: "SAMPLE_EMPTY", source: paths.join(" "), message } as const;
    if (failures.length === 0) tell(formatIssue(empty));
    return Math.max(exitCode, exitCodeOf([empty]));
  }
  const kinds = kindsOf(observation.keySets);
  if (kinds.length > 1) tell(visible(describeKinds(kinds)));
  if (check !== undefined && schema !== undefined) {
    const misfits = findMisfits(schema, observation).map(
      ({ path, message }): Issue => ({ code: "SAMPLE_MISFIT", source: check, message: `${path} ${message}` }),
    );
    for (const misfit of misfits) process.stdout.write(`${formatIssue(misfit)}\n`);
    return Math.max(exitCode, exitCodeOf(misfits));
  }
  writeResult(printSchema(inferred), out);
  return exitCode;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function schemaToCheck(path: string): Promise<LogSchema> {
  const schema = readSchema(await readText(path), path);
  if (schema.parser === undefined) return schema;
  const message = "cannot be checked: it has a parser, and samples are read as JSON";
  const fix = "see what caracal check --drift says of the logs";
  throw new CaracalError({ code: "ARGUMENT_INVALID", source: path, message, fix });
}

function checkedName(name: string): string {
  if (logSchema.shape.schema.safeParse(name).success) return name;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `${name} is no name of a log type`,
    fix: "write one such as Custom.DoorLog",
  });
}
