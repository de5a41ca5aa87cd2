import omit from "lodash/omit.js";
import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import { sha256 } from "../event/sha256.ts";
import { driftTable, type PrintedDrift } from "../report/drift-table.ts";
import { formatCount } from "../report/format-count.ts";
import { findSources } from "../sources/find-sources.ts";
import type { Source } from "../sources/source.ts";
import { driftReport } from "./drift.ts";
import { DriftFinder, type LogTypeDrift } from "./drift-finder.ts";
import { exitCodeOf } from "./exit-code.ts";
import { loadProject } from "./read-project.ts";
import type { RulesOptions } from "./rules-options.ts";
import { type SourceDecoder, sourceDecoder } from "./source-decoder.ts";
import { paintFor, widthOf } from "./terminal.ts";

/** What the command line says of a check for drift. */
export interface CheckDriftOptions extends RulesOptions {
  readonly format: "pretty" | "json";
}

/** Compares logs with the schemas of their log types, and tells the exit code: 1 where they differ. */
export async function checkDrift(paths: readonly string[], options: CheckDriftOptions): Promise<number> {
  const issues: Issue[] = [];
  const report = (issue: Issue): void => {
    issues.push(issue);
    process.stderr.write(`${formatIssue(issue)}\n`);
  };
  const { rules, logTypes, issues: broken } = await loadProject(options);
  broken.forEach(report);
  const { sources, issues: missing } = await findSources(paths, process.stdin);
  missing.forEach(report);
  const all = [...BUILT_IN_LOG_TYPES, ...logTypes];
  const decode = sourceDecoder({ logTypes: all, digest: sha256, clock: () => new Date() });
  const finder = new DriftFinder(rules, all);
  let rejected = 0;
  for (const source of sources) rejected += await readInto(finder, source, decode, report);
  const drift = finder.result().map(printed);
  process.stdout.write(
    options.format === "json"
      ? `${JSON.stringify(drift, null, 2)}\n`
      : driftTable(drift, { ...widthOf(process.stdout), paint: paintFor(process.stdout) }),
  );
  const events = drift.reduce((sum, one) => sum + one.events, 0);
  process.stderr.write(
    `${formatCount(events, "event")} looked at, ${formatCount(rejected, "record")} rejected\n`,
  );
  const differs = drift.some(({ unknown, blindRules }) => unknown.length + blindRules.length > 0);
  return Math.max(exitCodeOf(issues), differs ? 1 : 0);
}

/** Reads a source to its end, and tells how many of its records are none. */
async function readInto(
  finder: DriftFinder,
  source: Source,
  decode: SourceDecoder,
  report: (issue: Issue) => void,
): Promise<number> {
  let rejected = 0;
  try {
    for await (const records of source.read()) {
      for (const record of records) {
        const { decoded, isSkipped } = decode(record, source);
        if (decoded?.event !== undefined) finder.add(decoded);
        else if (record.kind !== "skipped" && isSkipped !== true) rejected++;
      }
    }
  } catch (error) {
    if (!(error instanceof CaracalError)) throw error;
    error.issues.forEach(report);
  }
  return rejected;
}

function printed({ unknown, ...rest }: LogTypeDrift): PrintedDrift {
  return { ...rest, unknown: driftReport(unknown).map((field) => omit(field, "logTypes")) };
}
