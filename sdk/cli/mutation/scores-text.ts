import { formatIssue, type Issue } from "../../base/issue.ts";
import { type Paint, plain } from "../../report/paint.ts";
import { type Column, table } from "../../report/table.ts";
import type { RuleScore, Survivor } from "./rule-score.ts";

/** More lines of a change are not shown. */
const MOST_LINES = 6;

const INTRO = `# Mutation scores

A mutant is a rule with one small change. It is killed when a test of the rule fails with it. Measured by
\`caracal mutate\`, which asks for MIN %. The digest is of the rule's file, its tests and what they import: when it is
another, measure again.
`;

const COLUMNS = ["Rule", "Mutants", "Killed", "Score", "Digest"];

/** Scores for people: survivors with what would catch them, then a table, then what is wrong. */
export function scoresText(
  scores: readonly RuleScore[],
  findings: readonly Issue[],
  paint: Paint = plain,
): string {
  const columns: readonly Column<RuleScore>[] = [
    { title: "RULE", value: ({ rule }) => rule, style: () => "bold" },
    { title: "MUTANTS", value: ({ mutants }) => String(mutants), align: "right" },
    { title: "KILLED", value: ({ killed }) => String(killed), align: "right" },
    { title: "SCORE", value: ({ score }) => `${score} %`, align: "right" },
  ];
  const shown = new Set<string>();
  const survivors = scores.flatMap((one) =>
    one.survivors.flatMap((survivor) => {
      const text = survivorText(survivor, paint);
      // What several rules share is told once.
      if (shown.has(text)) return [];
      shown.add(text);
      return [text];
    }),
  );
  const issues = findings.map((issue) => `${formatIssue(issue)}\n`);
  const together = togetherOf(scores).map((line) => `${line}\n`);
  return [...survivors, table(scores, columns, { paint }), together.join(""), issues.join("")]
    .filter((part) => part !== "")
    .join("\n");
}

/** A sentence for each group of rules that cannot be told apart. */
function togetherOf(scores: readonly RuleScore[]): string[] {
  const lines = scores.flatMap(({ rule, source, together }) => {
    if (together.length === 0) return [];
    const [last, ...rest] = [rule, ...together].toSorted().toReversed();
    const names = `${rest.toReversed().join(", ")} and ${last}`;
    return [`${names} are made by the same text of ${source}, so they are measured together.`];
  });
  return [...new Set(lines)];
}

function survivorText(
  { source, line, column, mutator, before, after, hint }: Survivor,
  paint: Paint,
): string {
  return [
    `${paint("bold", `${source}:${line}:${column}`)} ${paint("dim", mutator)}`,
    ...shortened(before).map((one) => paint("red", `  - ${one}`)),
    ...shortened(after).map((one) => paint("green", `  + ${one}`)),
    `  no test fails with this; ${hint}`,
    "",
  ].join("\n");
}

function shortened(text: string): string[] {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const cut = lines.map((line) => line.slice(Math.min(...indents)));
  return cut.length > MOST_LINES ? [...cut.slice(0, MOST_LINES - 1), "…"] : cut;
}

/** Scores for machines. */
export function scoresJson(scores: readonly RuleScore[], findings: readonly Issue[], min: number): string {
  return `${JSON.stringify({ min, rules: scores, findings }, undefined, 2)}\n`;
}

/** Scores as a page of a project's docs. */
export function scoresMarkdown(scores: readonly RuleScore[], min: number): string {
  const rows = scores.map(({ rule, mutants, killed, score, digest }) => [
    `\`${rule}\``,
    mutants,
    killed,
    `${score} %`,
    `\`${digest}\``,
  ]);
  const lines = [COLUMNS, ["---", "--:", "--:", "--:", "---"], ...rows];
  const survivors = new Set(scores.flatMap((one) => one.survivors.map(survivorItem)));
  return [
    INTRO.replace("MIN", String(min)),
    lines.map((row) => `| ${row.join(" | ")} |\n`).join(""),
    ...togetherOf(scores).map((line) => `${line}\n`),
    ...(survivors.size > 0 ? [`What no test notices:\n\n${[...survivors].join("")}`] : []),
  ].join("\n");
}

function survivorItem({ source, line, after, mutator }: Survivor): string {
  const text = after.trim().replaceAll(/\s+/g, " ").replaceAll("`", "'");
  return `- ${source}:${line} ${mutator}: \`${text}\`\n`;
}
