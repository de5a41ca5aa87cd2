import type { AnyEvent } from "../../event/log-types.ts";
import type { Look } from "./recorder.ts";
import { watchReads } from "./watch-reads.ts";

/** An event that tells which of its fields are read; of those that did not fit their schema, what they were. */
export function watchEvent(event: AnyEvent, read: (look: Look) => void): AnyEvent {
  const { p_field_issues: issues = [] } = event;
  return watchReads(event, (name, value) => {
    const issue = value === undefined ? issues.find(({ path }) => path === pathOf(name)) : undefined;
    if (issue === undefined) read({ name, value });
    else read({ name, value, why: ` (left out: expected ${issue.expected}, found ${issue.found})` });
  });
}

/** Where a field is in its record: `records[].size` of `event.records[0].size`. */
function pathOf(name: string): string {
  return name
    .replace(/\["([^"]*)"\]/g, ".$1")
    .replace(/\[\d+\]/g, "[]")
    .replace(/^event\./, "");
}
