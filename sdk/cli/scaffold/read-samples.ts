import { CaracalError } from "../../base/caracal-error.ts";
import { severityOf } from "../../base/issue.ts";
import type { JsonObject } from "../../base/json.ts";
import { findSources } from "../../sources/find-sources.ts";

/**
 * The records of logs, one after another, whatever files and containers they are in.
 *
 * @param whole whether what is no record is an error; else it is passed over
 * @throws CaracalError for what cannot be read
 */
export async function* readSamples(paths: readonly string[], whole: boolean): AsyncGenerator<JsonObject> {
  const { sources, issues } = await findSources(paths, process.stdin);
  const errors = issues.filter((issue) => severityOf(issue) === "error");
  if (errors.length > 0) throw new CaracalError(errors);
  for (const source of sources) {
    for await (const records of source.read()) {
      for (const record of records) {
        if (record.kind === "record") yield record.value;
        if (record.kind !== "rejected" || !whole) continue;
        const { message, line } = record;
        throw new CaracalError({ code: "INPUT_UNREADABLE", source: source.name, line, message });
      }
    }
  }
}
