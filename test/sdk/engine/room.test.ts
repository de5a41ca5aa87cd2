import { defineCorrelation, step } from "caracal";
import { describe, expect, test } from "vitest";
import { BASE, calls, engine, type Invocation, rule, type Step } from "./history.ts";

const ROOM = 20;

/** Runs steps through a rule that has room for 20 groups: which groups raised alerts, and how many were let go. */
function raised(changes: object, steps: readonly Step[]): { groups: string[]; evicted: number } {
  const running = engine([rule(changes)], { groups: ROOM });
  const alerts = calls(steps).flatMap((event) => {
    running.push(event);
    return running.turn();
  });
  const groups = [...alerts, ...running.finish()].map(({ dedup }) => dedup);
  return { groups: groups.toSorted(), evicted: running.counts.evicted };
}

/** So many new keys, one match each, a second apart. */
const flood = (from: number, keys: number): Step[] =>
  Array.from({ length: keys }, (_, n): Step => [from + n, `flood-${from}-${n}`, "x"]);

describe("when there is no more room", () => {
  const three = { threshold: { count: 3, within: "1h" } };

  test("a flood of new keys does not push out a slow attack", () => {
    const steps = [...flood(0, 10), [10, "slow"], [11, "slow"], ...flood(12, 500), [600, "slow"]] as Step[];
    const { groups, evicted } = raised(three, steps);
    expect(groups).toEqual(["slow"]);
    expect(evicted).toBe(10 + 500 + 1 - ROOM + 1);
  });

  test("of two as far from an alert the one goes that was quiet for longer", () => {
    const steps = [
      [0, "old"],
      ...flood(1, ROOM - 2),
      [30, "young"],
      ...flood(40, 1),
      [50, "young"],
      [51, "young"],
    ];
    expect(raised(three, [...(steps as Step[]), [52, "old"], [53, "old"]]).groups).toEqual(["young"]);
  });

  test("an open alert goes last, and is handed out as it goes", () => {
    const { groups, evicted } = raised({ dedupPeriod: "1d" }, flood(0, 3 * ROOM));
    expect(groups).toHaveLength(3 * ROOM);
    expect(evicted).toBeGreaterThan(ROOM);
    const steps = [[0, "open"], [1, "open"], [2, "open"], ...flood(3, 100), [200, "open"]] as Step[];
    expect(raised({ ...three, dedupPeriod: "1d" }, steps).groups).toEqual(["open"]);
  });

  test("a group that has been heard of often enough to be missed stays, and is missed", () => {
    const steps = [[0, "beat"], [1, "beat"], ...flood(2, 200), [400, "last"]] as Step[];
    expect(raised({ threshold: { absence: "5m", minimum: 2, within: "1h" } }, steps).groups).toEqual([
      "beat",
    ]);
  });

  test("a baseline that has been learned stays", () => {
    const day = 86_400;
    const threshold = { baseline: () => 1, factor: 2, floor: 3, warmUp: "1d", within: "1h" };
    const steps = [[0, "known"], [2 * day, "known"], ...flood(2 * day + 1, 300)] as Step[];
    const burst = [1, 2, 3].map((n): Step => [2 * day + 3_000 + n, "known"]);
    expect(raised({ threshold }, [...steps, ...burst]).groups).toEqual(["known"]);
  });

  test("what is spent goes first, and does not count as let go", () => {
    const steps = Array.from({ length: 500 }, (_, n): Step => [n * 600, `${n}`]);
    expect(raised({ threshold: { count: 3, within: "1h" } }, steps).evicted).toBe(0);
  });

  test("first-seen keys go that were not seen for longest, and are new again", () => {
    const firstSeen = {
      key: (event: Invocation) => event.modelId,
      learn: "1s",
      forget: "90d",
    };
    const news = Array.from({ length: 50 }, (_, n): Step => [10 + n, "a", `model-${n}`]);
    const steps: Step[] = [
      [0, "a", "known"],
      ...news.flatMap(([at]): Step[] => [[at, "a", "known"]]),
      ...news,
    ];
    const { groups, evicted } = raised({ firstSeen, dedupPeriod: "1s" }, [
      ...steps.toSorted(([one], [other]) => one - other),
      [100, "a", "known"],
      [200, "a", "model-0"],
    ]);
    expect(groups).toHaveLength(50 + 1);
    expect(evicted).toBeGreaterThan(25);
  });
});

describe("a flood of new keys does not push out", () => {
  test("a scope that has been learned", () => {
    const firstSeen = {
      key: (event: Invocation) => event.modelId,
      scope: (event: Invocation) => event.accountId,
      learn: "10s",
      forget: "90d",
    };
    const known: Step[] = Array.from({ length: 12 }, (_, n) => [n, "a", "known"]);
    expect(raised({ firstSeen }, [...known, ...flood(20, 300), [400, "a", "new"]]).groups).toEqual(["a"]);
  });

  test("a key that was seen before in the scope", () => {
    const firstSeen = { key: (event: Invocation) => event.accountId, learn: "10s", forget: "90d" };
    const known = [
      [0, "a"],
      [11, "a"],
    ] as Step[];
    const { groups } = raised({ firstSeen, dedupPeriod: "1s" }, [...known, ...flood(20, 300), [400, "a"]]);
    expect(groups).toHaveLength(300);
    expect(groups).not.toContain("a");
  });

  test("what a correlation has gathered for a slow attack", () => {
    const signals = rule({ createAlert: false });
    const slow = defineCorrelation({
      id: "Test.Slow",
      severity: "LOW",
      order: "sequence",
      within: "1h",
      steps: { many: step(signals, { by: BASE.dedup, atLeast: 3 }) },
    });
    const running = engine([signals, slow], { groups: ROOM });
    const steps = [[0, "slow"], [1, "slow"], ...flood(2, 300), [400, "slow"]] as Step[];
    for (const event of calls(steps)) running.push(event);
    expect(running.finish().map(({ dedup }) => dedup)).toEqual(["slow"]);
    expect(running.counts.rules).toMatchObject({ "Test.Slow": { evicted: 300 + 1 - ROOM + 1 } });
  });
});

test("each rule has room of its own", () => {
  const rules = [
    rule({ id: "A", threshold: 9 }),
    rule({ id: "B", threshold: 2, detect: (event: Invocation) => event.accountId === "b" }),
  ];
  const running = engine(rules, { groups: ROOM });
  for (const event of calls([[0, "b"], ...flood(1, 200), [300, "b"]])) running.push(event);
  expect(running.finish().map(({ ruleId }) => ruleId)).toEqual(["B"]);
  expect(running.counts.rules).toMatchObject({ B: { evicted: 0 } });
});
