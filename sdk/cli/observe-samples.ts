import sumBy from "lodash/sumBy.js";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { formatCount } from "../report/format-count.ts";
import { newObservation, type Observation, observe } from "../schema/infer/observe.ts";
import type { BrokenRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import { progressBar } from "./progress-bar.ts";

/** What samples hold. */
export interface Observed {
  readonly observation: Observation;
  /** Sources that could not be read, and those that are text and no JSON; all are told. */
  readonly issues: readonly Issue[];
}

/** How many issues of rejected records are shown. */
const SHOWN = 3;

/** Observes every record of samples, and tells on standard error what it could not read. */
export async function observeSamples(sources: readonly Source[]): Promise<Observed> {
  const observation = newObservation();
  const issues: Issue[] = [];
  let rejected = 0;
  let shown = 0;
  const progress = progressBar(
    process.stderr,
    sumBy(sources, ({ size = 0 }) => size),
  );
  const report = (issue: Issue): void => {
    progress.clear();
    process.stderr.write(`${formatIssue(issue)}\n`);
  };
  for (const source of sources) {
    const before = observation.records.count;
    const broken: BrokenRecord[] = [];
    try {
      for await (const records of source.read((bytes) =>
        progress.advance(bytes, observation.records.count),
      )) {
        for (const record of records) {
          if (record.kind === "record") observe(record.value, observation);
          if (record.kind !== "rejected") continue;
          rejected++;
          if (broken.length < SHOWN) broken.push(record);
        }
      }
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      error.issues.forEach(report);
      issues.push(...error.issues);
    }
    const isText = observation.records.count === before && broken.length > 0 && broken.every(isNoJson);
    const found = isText ? [textIssue(source)] : broken.map((record) => issueOf(record, source));
    for (const issue of found) if (shown++ < SHOWN) report(issue);
    if (isText) issues.push(...found);
  }
  progress.clear();
  process.stderr.write(
    `${formatCount(observation.records.count, "record")} read, ${formatCount(rejected)} rejected\n`,
  );
  return { observation, issues };
}

/** Whether a rejected record is not even broken JSON. */
function isNoJson({ code, raw }: BrokenRecord): boolean {
  return code === "RECORD_JSON_BROKEN" && !/^\s*\{/.test(raw);
}

function textIssue({ name }: Source): Issue {
  const message = "the sample is text and no JSON, which is all that infer reads";
  const fix = "write a schema with a parser for it";
  return { code: "RECORD_JSON_BROKEN", source: name, message, fix };
}

function issueOf({ code, message, line }: BrokenRecord, { name }: Source): Issue {
  return { code, message, source: name, line };
}
