import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../sdk/base/json.ts";
import type { AnyEvent } from "../../sdk/event/log-types.ts";
import type { Detection } from "../../sdk/rule/step.ts";
import { findSources } from "../../sdk/sources/find-sources.ts";
import { ask, type Events } from "../../sdk/testing/fuzz/ask.ts";
import { judge } from "../../sdk/testing/fuzz/judge.ts";
import { type Slot, type Subject, subjectsOf } from "../../sdk/testing/fuzz/subject.ts";
import { FORMS } from "./record-forms.ts";
import { alertsOf, eventsOf, isFaulty, shippedDetections } from "./shipped.ts";
import { simulatedLog } from "./simulated-log.ts";

/** How often a correlation is asked about an event of each of its steps together. */
const TOGETHER = 25;

const LOGS: Readonly<Record<string, () => Promise<readonly JsonObject[]>>> = {
  "the fixtures": fixtureRecords,
  "a simulation": () => Promise.resolve(simulatedLog({ seed: 1, days: 14 }).records),
};

describe.each(Object.keys(LOGS))("of %s", (log) => {
  let rules: readonly Detection[];
  let records: readonly JsonObject[];
  beforeAll(async () => {
    rules = await shippedDetections();
    records = (await LOGS[log]?.()) ?? [];
    expect(records.length).toBeGreaterThan(100);
  });

  test.each(Object.entries(FORMS))("each record %s is borne by every function of every rule", (_, form) => {
    expect([...problemsOf(rules, eventsOf(records.map(form)))]).toEqual([]);
  });

  test("all records together give no rule error and no fault", () => {
    expect(alertsOf(rules, eventsOf(records)).filter(isFaulty)).toEqual([]);
  });
});

async function fixtureRecords(): Promise<readonly JsonObject[]> {
  const { sources } = await findSources(["fixtures"], process.stdin);
  const records: JsonObject[] = [];
  for (const source of sources) {
    for await (const batch of source.read())
      records.push(...batch.flatMap((found) => (found.kind === "record" ? [found.value] : [])));
  }
  return records;
}

/** What is wrong with what rules say of events, each kind once. */
function problemsOf(rules: readonly Detection[], events: readonly AnyEvent[]): Set<string> {
  const problems = new Set<string>();
  const note = (subject: Subject, given: Events): void => {
    for (const answer of ask(subject, given, { now: () => 0 })) {
      const problem = judge(answer, { isOwn: () => true, text: "", said: [], isUsual: () => true });
      if (problem !== undefined) problems.add(`${subject.id} ${problem.call} ${problem.message}`);
    }
  };
  const detected = detectedIn(events, problems);
  for (const subject of rules.flatMap(subjectsOf)) {
    const steps = subject.slots.map((slot) => ({ slot, events: detected(subject, slot) }));
    for (const { slot, events: own } of steps) {
      const alone = steps.length === 1 ? subject : { ...subject, slots: [slot], together: [] };
      for (const event of own) note(alone, { [slot.name]: event });
    }
    if (steps.length === 1 || steps.some((step) => step.events.length === 0)) continue;
    for (let at = 0; at < TOGETHER; at++) {
      const given = steps.map((step) => [step.slot.name, step.events[at % step.events.length]]);
      note(subject, Object.fromEntries(given) as Events);
    }
  }
  return problems;
}

/** Makes what tells which events the rule of a slot detects: each rule is asked once, whoever waits for it. */
function detectedIn(events: readonly AnyEvent[], problems: Set<string>) {
  const byLogType = Map.groupBy(events, ({ p_log_type }): string => p_log_type);
  const known = new Map<string, readonly AnyEvent[]>();
  return ({ id }: Subject, { logType, isOwn, gate }: Slot): readonly AnyEvent[] => {
    const name = isOwn ? `${id} ${gate.name}` : gate.name;
    const passes = (event: AnyEvent): boolean => {
      try {
        const value: unknown = gate.fn(...(gate.args(event) as never[]));
        if (typeof value !== "boolean") problems.add(`${name} returns ${typeof value}`);
        return value === true;
      } catch (error) {
        problems.add(`${name} throws ${String(error)}`);
        return false;
      }
    };
    const detected = known.get(name + logType) ?? (byLogType.get(logType) ?? []).filter(passes);
    known.set(name + logType, detected);
    return detected;
  };
}
