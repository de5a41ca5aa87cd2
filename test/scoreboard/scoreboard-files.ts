import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { breaches, type Limit } from "../../sdk/score/limit.ts";
import type { Scores } from "../../sdk/score/scores.ts";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { type AcceptedWorse, factsOf, type ScoreboardFacts } from "./scoreboard-facts.ts";
import { scoreboardPage } from "./scoreboard-page.ts";

/** What every seed must keep to. */
const LIMITS: readonly Limit[] = [
  { level: "loud", figure: "recall", limit: 0.95 },
  { level: "loud", figure: "false-alerts", limit: 0.5 },
  { level: "loud", figure: "median-time", limit: 15 * 60 },
  { level: "loud", figure: "rule-errors", limit: 0 },
];

const FACTS = "docs/scoreboard.json";

/** The committed facts, where there are any. */
export function committedFacts(): ScoreboardFacts | undefined {
  const path = join(REPOSITORY, FACTS);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ScoreboardFacts) : undefined;
}

/** The files of a scoreboard, by their paths. */
export function scoreboardFiles(
  scores: Scores,
  acceptedWorse: readonly AcceptedWorse[],
): ReadonlyMap<string, string> {
  return new Map([
    [FACTS, `${JSON.stringify(factsOf(scores, acceptedWorse), null, 2)}\n`],
    ["docs/scoreboard.md", scoreboardPage(scores, acceptedWorse)],
  ]);
}

/** The paths of the files that are committed otherwise. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const file = join(REPOSITORY, path);
    return existsSync(file) && readFileSync(file, "utf8") === text ? [] : [path];
  });
}

/** The limits that seeds break, in words. */
export function brokenLimits({ runs }: Scores): string[] {
  return runs.flatMap((run) =>
    breaches(run, LIMITS).map(
      ({ figure, value, limit }) => `seed ${run.name}: ${figure} ${value ?? "none"}, the limit is ${limit}`,
    ),
  );
}
