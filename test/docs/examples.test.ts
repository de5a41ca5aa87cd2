import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyRule, Detection } from "caracal";
import { type Alert, replay } from "caracal/testing";
import type { Reject } from "../../sdk/cli/reject.ts";
import { caracal, ndjson, REPOSITORY } from "../sdk/cli/caracal.ts";
import { type EventTable, eventTables, type Row } from "./event-tables.ts";
import { formsOf } from "./forms-of.ts";
import { type Outcome, outcomesOf, recordsSeen } from "./outcomes-of.ts";
import { RECORD_COLUMNS, recordOf } from "./record-of.ts";
import { windowsOf } from "./windows-of.ts";
import { writeRules } from "./write-rules.ts";

/** Below the repository, so that `caracal` is found; and out of git. */
const FOLDER = join(REPOSITORY, ".cache/examples");

/** What can be written, and what a run can refuse: all of it is to be seen at work. */
const MEASURES = ["count", "unique", "sum", "ratio", "baseline", "absence", "firstSeen"];
const STEPS = ["sequence", "any", "atLeast", "distinct", "on alert", "over a correlation"];
const ABSENCES = ["absent first", "absent between", "absent last", "absent in a set"];
const REFUSED = ["MATCH_LATE", "EVENT_FAR_AHEAD"];

/** Columns that do not say what comes of an event. */
const OTHERS = new Set([...RECORD_COLUMNS, "window", "title", "reject", "why"]);

beforeAll(() => writeRules(FOLDER));

afterAll(() => rm(FOLDER, { recursive: true, force: true }));

describe.each(eventTables)("the table at $at", (table) => {
  const { file, columns, rows } = table;

  test.each(columns.filter((name) => !OTHERS.has(name)))(
    "says under %s what comes of each event",
    async (name) => {
      const rules = await rulesOf(table);
      const rule = name === "alert" ? Object.values(rules) : rules[name];
      if (rule === undefined) throw new Error(`${file} exports no ${name}`);
      const outcomes = await outcomesOf(rule, rows);
      compare(
        rows,
        name,
        outcomes.map(({ told }) => told),
      );
      if (columns.includes("title")) compare(rows, "title", outcomes.map(titlesOf));
    },
  );

  if (columns.includes("window"))
    test("says what the window holds", async () => {
      const [rule] = Object.values(await rulesOf(table)) as [AnyRule];
      const outcomes = await outcomesOf(rule, rows);
      const windows = windowsOf(
        rule,
        rows,
        outcomes.map(({ told }) => told),
      );
      compare(rows, "window", windows);
      const values = outcomes.map(
        ({ created }, index) => created[0]?.threshold.value ?? valueOf(windows[index]),
      );
      expect(values, "the alerts tell the same").toEqual(windows.map(valueOf));
    });

  if (columns.includes("reject"))
    test("says what a run refuses", async () => {
      const log = rows.map((row) => JSON.stringify(recordOf(row))).join("\n");
      await writeFile(join(FOLDER, "log.ndjson"), log);
      const options = ["--rules", file, "--rejects", "rejects.ndjson", "--format", "ndjson"];
      const { stdout } = await caracal(["run", "log.ndjson", ...options], { cwd: FOLDER });
      const rejects = ndjson<Reject>(await readFile(join(FOLDER, "rejects.ndjson"), "utf8"));
      const codes = new Map(rejects.map(({ line, code }) => [line, code]));
      compare(
        rows,
        "reject",
        rows.map((_, index) => codes.get(index + 1) ?? ""),
      );
      const { alerts } = await replay(Object.values(await rulesOf(table)), recordsSeen(rows));
      expect(idsOf(ndjson<Alert>(stdout))).toEqual(idsOf(alerts));
    });
});

test("every measure, order, kind of step and kind of lateness has a table", async () => {
  const exported = await Promise.all(eventTables.map(rulesOf));
  const forms = exported.flatMap((rules) => Object.values(rules).flatMap(formsOf));
  const refused = eventTables.flatMap(({ rows }) => rows.map(({ cells }) => cells["reject"]));
  const shown = [...MEASURES, ...STEPS, ...ABSENCES, ...REFUSED];
  expect([...forms, ...refused]).toEqual(expect.arrayContaining(shown));
});

/** The rules of the block above a table, by the names under which they are exported. */
async function rulesOf({ file }: EventTable): Promise<Record<string, Detection>> {
  return (await import(join(FOLDER, file))) as Record<string, Detection>;
}

/** Compares what was found with the cells of a column, row by row. */
function compare(rows: readonly Row[], column: string, found: readonly string[]): void {
  for (const [index, { at, cells }] of rows.entries())
    expect.soft(found[index], `${at} says of ${column}: "${cells[column]}"`).toBe(cells[column]);
}

function titlesOf({ created }: Outcome): string {
  return created.map(({ title }) => title).join(", ");
}

/** What a window's cell is as a number: a share for `3 of 4`. */
function valueOf(cell = ""): number {
  const [part = Number.NaN, whole = 1] = cell.split(" of ").map(Number);
  return part / whole;
}

function idsOf(alerts: readonly Alert[]): string[] {
  return alerts.map(({ alertId, eventCount }) => `${alertId} ${eventCount}`).toSorted();
}
