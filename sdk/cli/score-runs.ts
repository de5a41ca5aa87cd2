import { CaracalError } from "../base/caracal-error.ts";
import { formatIssue, type Issue } from "../base/issue.ts";
import { formatCount } from "../report/format-count.ts";
import { formatSpan } from "../report/format-span.ts";
import { scoreMarkdown } from "../report/score-markdown.ts";
import { scoreText } from "../report/score-text.ts";
import { type Breach, breaches, isFloor, type Limit } from "../score/limit.ts";
import { score } from "../score/score.ts";
import { type Run, type Scores, scoresOf } from "../score/scores.ts";
import { exitCodeOf } from "./exit-code.ts";
import { readScored } from "./read-scored.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { writeResult } from "./write-result.ts";

/** What the command line says of scoring. */
export interface ScoreOptions {
  readonly alerts?: string;
  readonly format: "text" | "json" | "markdown";
  readonly out?: string;
  readonly require?: readonly Limit[];
}

/** Does what the command says, and tells the exit code. */
export async function scoreRuns(folders: readonly string[], options: ScoreOptions): Promise<number> {
  const issues: Issue[] = [];
  const runs: Run[] = [];
  for (const folder of folders) {
    try {
      const { labels, alerts } = await readScored(folder, options.alerts);
      runs.push({ name: folder, ...score(labels, alerts) });
    } catch (error) {
      if (!(error instanceof CaracalError)) throw error;
      issues.push(...error.issues);
    }
  }
  issues.push(...repeated(runs));
  if (issues.length > 0) throw new CaracalError(issues);
  writeResult(textOf(scoresOf(runs), options), options.out);
  process.stderr.write(`${formatCount(runs.length, "simulation")}\n`);
  const broken = runs.flatMap((run) => breaches(run, options.require ?? [])).map(issueOf);
  for (const issue of broken) process.stderr.write(`${formatIssue(issue)}\n`);
  return exitCodeOf(broken);
}

/** Runs of one seed are the same logs: they would make the figures look surer than they are. */
function repeated(runs: readonly Run[]): Issue[] {
  const bySeed = Map.groupBy(runs, ({ seed, heldOut, days, scale }) => `${seed} ${heldOut} ${days} ${scale}`);
  return [...bySeed.values()].flatMap(([first, second]): Issue[] => {
    if (first === undefined || second === undefined) return [];
    const message = `holds the same simulation as ${first.name}: seed ${first.seed}`;
    return [
      { code: "ARGUMENT_INVALID", source: second.name, message, fix: "simulate it with another --seed" },
    ];
  });
}

function textOf(scores: Scores, { format, out }: ScoreOptions): string {
  if (format === "json") return `${JSON.stringify(scores, null, 2)}\n`;
  if (format === "markdown") return scoreMarkdown(scores);
  if (out !== undefined) return scoreText(scores);
  return scoreText(scores, { ...widthOf(process.stdout), paint: paintFor(process.stdout) });
}

function issueOf({ run, level, figure, limit, value }: Breach): Issue {
  const name = `${level === "any" ? "any-" : ""}${figure}`;
  const show = (one: number): string =>
    figure === "median-time" ? formatSpan(one) : String(Math.round(one * 10_000) / 10_000);
  const message =
    value === undefined
      ? `has no ${name}, as there is nothing to measure it by`
      : `has ${name} ${show(value)}, ${isFloor(figure) ? "less" : "more"} than ${show(limit)}`;
  return { code: "QUALITY_LOW", source: run, message };
}
