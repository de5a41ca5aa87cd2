import { sheetMarkdown } from "../../sdk/report/score-markdown.ts";
import {
  figuresSheet,
  missedSheet,
  rulesSheet,
  runsSheet,
  scenariosSheet,
  type Sheet,
} from "../../sdk/report/score-sheets.ts";
import type { Scores } from "../../sdk/score/scores.ts";
import { DAYS } from "./measure-seed.ts";
import { SEEDS } from "./measure-seeds.ts";
import type { AcceptedWorse } from "./scoreboard-facts.ts";

/** docs/scoreboard.md. */
export function scoreboardPage(scores: Scores, acceptedWorse: readonly AcceptedWorse[]): string {
  const falseRules = { ...scores, rules: scores.rules.filter(({ falseAlerts }) => falseAlerts > 0) };
  const [first = 0, last = 0] = [SEEDS[0], SEEDS.at(-1)];
  return `# Scoreboard

How well the rules of the pack \`aws\` tell attacks from ordinary life, in logs that \`caracal simulate\` makes: seeds
${first} to ${last}, ${DAYS} days each, from the texts that are held out. \`npm run scoreboard\` writes this page and
[scoreboard.json](scoreboard.json); CI fails if they are not of the rules and the simulator as they are. What the figures
mean stands in [Scoring](scoring.md): loud alerts are those of MEDIUM or above.

## What this shows, and what it does not

**The data is synthetic.** No log of a real company is in it. The attacks and the ordinary life were written from what AWS
documents and from what has been published about attacks, by the project that also wrote the rules. So:

- It shows that the rules do what they were written for, over operations, model families, logs without bodies, and the
  evasions that the simulator knows; that a change of a rule has made nothing worse; and where they are blind.
- It does not show how often they page in your company: yours has habits that the made-up one does not have. It does not
  show that attacks are found which nobody here has thought of: simulator and rules can share a blind spot.
- The interval is over seeds: how much the figures would differ with other seeds of the same simulator. It is no interval
  for the world.

**The seeds are held out.** Prompts, answers and phrasings come in two lists that share no text. Rules are tried with one
list and other seeds; this page alone uses the other list and its own seeds. They were taken as they come, and none was ever put
aside. What was missed and what was false is told below, so those who write rules may read it here, and over time fit them
to these seeds too; other seeds keep them honest.

To repeat one seed, with \`npx caracal\` before each line:

\`\`\`text
simulate --held-out --seed ${first} --days ${DAYS} --out seed
run seed/logs --rules aws --format ndjson --out seed/alerts.ndjson
score seed
\`\`\`

${[
  section(figuresSheet(scores)),
  section({ ...runsSheet(scores), title: "Seeds, by alerts of MEDIUM or above" }),
  section(scenariosSheet(scores)),
  section(missedSheet(scores), "Nothing was missed."),
  section({ ...rulesSheet(falseRules), title: "Rules with false alerts" }, "There are none."),
  ...(acceptedWorse.length === 0 ? [] : [accepted(acceptedWorse)]),
].join("\n")}`;
}

function section(sheet: Sheet, nothing = ""): string {
  return `## ${sheet.title}\n\n${sheet.rows.length === 0 ? `${nothing}\n` : sheetMarkdown(sheet)}`;
}

function accepted(each: readonly AcceptedWorse[]): string {
  const lines = each.map(({ reason, was }) => `- ${reason}: ${was.join("; ")}\n`);
  return `## Worse than before, and accepted\n\n${lines.join("")}`;
}
