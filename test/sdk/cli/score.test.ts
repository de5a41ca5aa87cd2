import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const LABELS = {
  version: 1,
  seed: 1,
  heldOut: false,
  days: 10,
  scale: 1,
  start: "2026-03-02T00:00:00Z",
  end: "2026-03-12T00:00:00Z",
  records: 4_000,
  incidents: [
    {
      id: "theft/slow",
      scenario: "theft",
      variant: "slow",
      title: "Somebody takes what is not theirs",
      techniques: ["AML.T0034"],
      from: "2026-03-10T09:00:00Z",
      to: "2026-03-10T10:00:00Z",
      accounts: ["111122223333"],
      regions: ["eu-central-1"],
      principals: ["111122223333:user/dana"],
      rows: ["theft-0", "theft-1"],
      silences: [],
      planted: [],
    },
  ],
  decoys: [
    {
      id: "load-test",
      title: "A load test",
      from: "2026-03-04T09:00:00Z",
      to: "2026-03-04T10:00:00Z",
      accounts: [],
      principals: [],
      rows: ["drill-0"],
    },
  ],
};

/** A line of `caracal run --format ndjson`, as far as it counts here. */
const line = (eventId: string, differs: object = {}) =>
  `${JSON.stringify({
    alertId: `of ${eventId}`,
    type: "RULE",
    ruleId: "Test.Rule",
    severity: "HIGH",
    title: "Something happened",
    dedup: "somebody",
    createdAt: "2026-03-10T09:10:00.000Z",
    threshold: { measure: "count", value: 1, atLeast: 1, within: "1h" },
    entities: {},
    context: {},
    eventIds: [eventId],
    ...differs,
  })}\n`;

const seed = (number: number, ...lines: string[]) => ({
  [`${number}/labels.json`]: JSON.stringify({ ...LABELS, seed: number }),
  [`${number}/alerts.ndjson`]: lines.join(""),
});

test("a simulation's figures are told as text", async () => {
  const cwd = await folderWith(seed(1, line("theft-0"), line("drill-0")));
  const { stdout, stderr, code } = await caracal(["score", "1"], { cwd });
  expect(stdout).toMatch(/^Recall: incidents found +1\.000 +1\.000$/m);
  expect(stdout).toMatch(/^Precision: alerts of incidents +0\.500 +0\.500$/m);
  expect(stdout).toMatch(/^False alerts a day +0\.10 +0\.10$/m);
  expect(stdout).toMatch(/^Time to detect, median +10m +10m$/m);
  expect(stdout).toMatch(/load-test \(1\)$/m);
  expect({ stderr, code }).toEqual({ stderr: "1 simulation\n", code: 0 });
});

test("several simulations are told together in Markdown, in a file", async () => {
  const cwd = await folderWith({ ...seed(1, line("theft-0")), ...seed(2) });
  const args = ["score", "1", "2", "--format", "markdown", "--out", "score.md"];
  expect(await caracal(args, { cwd })).toEqual({
    stdout: "",
    stderr: "score.md written\n2 simulations\n",
    code: 0,
  });
  const text = await readFile(join(cwd, "score.md"), "utf8");
  expect(text).toContain("| Recall: incidents found | 0.500 | 0.000 to 1.000 | 0.000 (2) |");
  expect(text).toContain("| theft/slow | 2 | – |");
});

test("JSON holds all there is", async () => {
  const cwd = await folderWith({ ...seed(1, line("theft-0"), line("drill-0")), ...seed(2, line("theft-1")) });
  const { stdout } = await caracal(["score", "1", "2", "--format", "json"], { cwd });
  await expect(stdout).toMatchFileSnapshot("golden/score.json");
});

test("alerts of another name, as an array", async () => {
  const cwd = await folderWith({
    "1/labels.json": JSON.stringify(LABELS),
    "1/mine.json": `[\n${line("theft-0")},${line("drill-0", { severity: "LOW" })}]`,
  });
  const { stdout, code } = await caracal(["score", "1", "--alerts", "mine.json"], { cwd });
  expect(stdout).toMatch(/^Precision: alerts of incidents +1\.000 +0\.500$/m);
  expect(code).toBe(0);
});

test("of an alert that was written again, the last line counts", async () => {
  const cwd = await folderWith(seed(1, line("theft-0", { severity: "LOW" }), line("theft-0")));
  const { stdout } = await caracal(["score", "1"], { cwd });
  expect(stdout).toMatch(/^Recall: incidents found +1\.000/m);
  expect(stdout).toMatch(/^Test\.Rule +1 +0 +1 +0/m);
});

describe("what is required of each simulation", () => {
  test("is kept", async () => {
    const cwd = await folderWith(seed(1, line("theft-0")));
    const required = "recall=1,false-alerts=0,median-time=10m,any-precision=1,rule-errors=0";
    expect((await caracal(["score", "1", "--require", required], { cwd })).code).toBe(0);
  });

  test("is not, which is told with the simulation and the figure", async () => {
    const cwd = await folderWith({
      ...seed(1, line("theft-0", { createdAt: "2026-03-10T09:20:00Z" })),
      ...seed(2, line("drill-0", { type: "RULE_ERROR" })),
    });
    const args = [
      "score",
      "1",
      "2",
      "--require",
      "recall=0.95,rule-errors=0",
      "--require",
      "median-time=15m",
    ];
    const { stderr, code } = await caracal(args, { cwd });
    expect(stderr).toBe(
      [
        "2 simulations",
        "1: QUALITY_LOW has median-time 20m, more than 15m",
        "2: QUALITY_LOW has recall 0, less than 0.95",
        "2: QUALITY_LOW has rule-errors 1, more than 0",
        "2: QUALITY_LOW has no median-time, as there is nothing to measure it by",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });

  test.each([
    ["recal=0.95", "Write one of recall, precision, false-alerts, median-time, rule-errors"],
    ["recall=95", "Write a share from 0 to 1"],
    ["median-time=15", "Write a length of time"],
    ["false-alerts=few", "Write a number"],
  ])("cannot be understood: %s", async (required, said) => {
    const { stderr, code } = await caracal(["score", ".", "--require", required]);
    expect(stderr).toContain(said);
    expect(code).toBe(3);
  });
});

describe("what cannot be scored is told, with what to do", () => {
  const labelled = { "1/labels.json": JSON.stringify(LABELS) };
  test.each([
    {
      name: "no labels",
      files: { "1/alerts.ndjson": "" },
      said: "1/labels.json: INPUT_NOT_FOUND there are no labels to score by; make them: caracal simulate --out 1\n",
    },
    {
      name: "no alerts",
      files: labelled,
      said: "1/alerts.ndjson: INPUT_NOT_FOUND there are no alerts to score; make it: caracal run 1/logs --rules aws --format ndjson --out 1/alerts.ndjson\n",
    },
    {
      name: "labels that are no JSON",
      files: { "1/labels.json": "{" },
      said: /^1\/labels\.json: LABELS_INVALID is not JSON: .+\n$/,
    },
    {
      name: "labels of another form",
      files: { "1/labels.json": JSON.stringify({ ...LABELS, version: 2, days: "ten" }) },
      said: /^1\/labels\.json: LABELS_INVALID version: .+, and 1 more\n$/,
    },
    {
      name: "a line that is no alert",
      files: { ...labelled, "1/alerts.ndjson": `${line("theft-0")}\n{"alertId":1}\n` },
      said: /^1\/alerts\.ndjson:3: ALERTS_INVALID alertId: .+, and \d+ more\n$/,
    },
    {
      name: "a line that is no JSON",
      files: { ...labelled, "1/alerts.ndjson": `${line("theft-0")}{"alertId` },
      said: /^1\/alerts\.ndjson:2: ALERTS_INVALID is not JSON: .+\n$/,
    },
  ])("$name", async ({ files, said }) => {
    const { stdout, stderr, code } = await caracal(["score", "1"], { cwd: await folderWith(files) });
    if (typeof said === "string") expect(stderr).toBe(said);
    else expect(stderr).toMatch(said);
    expect({ stdout, code }).toEqual({ stdout: "", code: 3 });
  });

  test("one simulation in two folders, which would make the figures look surer than they are", async () => {
    const one = seed(1, line("theft-0"));
    const again = Object.fromEntries(
      Object.entries(one).map(([path, text]) => [path.replace("1", "again"), text]),
    );
    const cwd = await folderWith({ ...one, ...again });
    const { stderr, code } = await caracal(["score", "1", "again"], { cwd });
    expect(stderr).toContain("again: ARGUMENT_INVALID holds the same simulation as 1: seed 1");
    expect(code).toBe(3);
  });
});
