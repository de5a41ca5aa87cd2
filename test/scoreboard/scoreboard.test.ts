import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sortBy from "lodash/sortBy.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Alert } from "../../sdk/engine/alert.ts";
import type { Scores } from "../../sdk/score/scores.ts";
import { caracal, folderWith, ndjson } from "../sdk/cli/caracal.ts";
import { MEASURED, measuredRules } from "./measured-rules.ts";
import { alertsOfSeed } from "./measure-seed.ts";
import { measureSeeds } from "./measure-seeds.ts";
import { brokenLimits, committedFacts, scoreboardFiles, staleFiles } from "./scoreboard-files.ts";
import { worsened } from "./scoreboard-facts.ts";

/** Milliseconds in which even a busy machine is done. */
const PATIENCE = 900_000;

describe("the scoreboard in the docs", () => {
  let scores: Scores;
  beforeAll(async () => {
    scores = await measureSeeds();
  }, PATIENCE);

  test("is of the rules and the simulator as they are; if not, npm run scoreboard measures again", () => {
    expect(staleFiles(scoreboardFiles(scores, committedFacts()?.acceptedWorse ?? []))).toEqual([]);
  });

  test("keeps to its limits with every seed", () => {
    expect(brokenLimits(scores)).toEqual([]);
  });
});

test("the commands that the page tells give the very alerts that it is made of", {
  timeout: PATIENCE,
}, async () => {
  const [seed, days] = [101, 10];
  const cwd = await folderWith({});
  const simulated = ["simulate", "--held-out", "--seed", `${seed}`, "--days", `${days}`, "--out", "seed"];
  expect(await caracal(simulated, { cwd })).toMatchObject({ code: 0 });
  const { stdout } = await caracal(["run", "seed/logs", "--rules", MEASURED, "--format", "ndjson"], { cwd });
  const { alerts, labels } = alertsOfSeed(await measuredRules(), seed, days);
  expect(sortBy(ndjson<Alert>(stdout), "alertId")).toEqual(sortBy(alerts, "alertId"));
  expect(JSON.parse(await readFile(join(cwd, "seed/labels.json"), "utf8"))).toEqual(labels);
});

/** What ten seeds say of a figure. */
const estimate = (mean: number) => ({ runs: 10, mean, worst: { value: mean, run: "101" } });

const facts = (recall: number, falsePerDay: number, medianTime?: number) => ({
  days: 21,
  loud: {
    recall: estimate(recall),
    falsePerDay: estimate(falsePerDay),
    ...(medianTime !== undefined && { medianTime: estimate(medianTime) }),
  },
  any: {},
  ruleErrors: 0,
  seeds: [],
  scenarios: [],
  missed: [],
  rules: [],
  acceptedWorse: [],
});

describe("a scoreboard is worse", () => {
  const before = facts(0.97, 0.2, 300);

  test.each([
    { name: "when recall is lower", after: facts(0.96, 0.1, 10), said: ["loud recall 0.96, was 0.97"] },
    {
      name: "when there are more false alerts",
      after: facts(1, 0.21, 10),
      said: ["false loud alerts a day 0.21, was 0.2"],
    },
    {
      name: "when it takes longer",
      after: facts(1, 0, 301),
      said: ["median seconds to detect 301, was 300"],
    },
    { name: "not when it is the same", after: facts(0.97, 0.2, 300), said: [] },
    { name: "not by less than is shown", after: facts(0.9697, 0.204, 300.4), said: [] },
    { name: "when nothing is found any more", after: facts(0, 0), said: ["loud recall 0, was 0.97"] },
  ])("$name", ({ after, said }) => {
    expect(worsened(before, after)).toEqual(said);
  });
});
