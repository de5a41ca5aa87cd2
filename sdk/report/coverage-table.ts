import { visible } from "../base/visible.ts";
import type { Coverage, CoveredTactic, Matrix } from "../rule/frameworks/coverage.ts";
import { formatCount } from "./format-count.ts";
import { plain } from "./paint.ts";
import { type Column, table, type TableOptions } from "./table.ts";
import { wrap } from "./wrap.ts";

/** One rule of a technique. What is the same as in the line above is left out. */
interface CoveredRow {
  readonly tactic: string;
  readonly technique: string;
  readonly name: string;
  readonly count: string;
  readonly rule: string;
}

const COVERED: readonly Column<CoveredRow>[] = [
  { title: "TACTIC", value: ({ tactic }) => tactic, style: () => "bold" },
  { title: "TECHNIQUE", value: ({ technique }) => technique },
  { title: "NAME", value: ({ name }) => name, atLeast: 12 },
  { title: "RULES", value: ({ count }) => count, align: "right" },
  { title: "WHICH", value: ({ rule }) => rule, style: () => "cyan", atLeast: 24 },
];

interface GapRow {
  readonly tactic: string;
  readonly count: string;
  readonly names: string;
}

const GAPS: readonly Column<GapRow>[] = [
  { title: "TACTIC", value: ({ tactic }) => tactic, style: () => "bold" },
  { title: "GAPS", value: ({ count }) => count, align: "right" },
  { title: "TECHNIQUES WITHOUT A RULE", value: ({ names }) => names },
];

/** A list is broken into lines even where they may be of any length. */
const LIST_WIDTH = 100;

/** What rules say they find, as a text for people: by framework what is covered and what is not, then what is amiss. */
export function coverageTable(coverage: Coverage, options: TableOptions = {}): string {
  const { matrices, withoutReport, problems, others } = coverage;
  const { paint = plain } = options;
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0
      ? ""
      : `${paint("yellow", title)}\n${items.map((item) => `  ${visible(item)}\n`).join("")}`;
  const parts = [
    ...matrices.flatMap((matrix) => matrixParts(matrix, options)),
    list(
      "Ids that the tables do not know",
      problems.map(({ rule, framework, text, problem }) => `${rule}: ${framework} ${text}: ${problem}`),
    ),
    list(
      "Frameworks without a table",
      [...others].map(([name, rules]) => `${name}: ${formatCount(rules.length, "rule")}`),
    ),
    list("Rules that report nothing of this", withoutReport),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function matrixParts({ framework, covered, total, tactics }: Matrix, options: TableOptions): string[] {
  const { paint = plain } = options;
  const { name, version, isWhole } = framework;
  const said = isWhole
    ? `${covered} of ${formatCount(total, "technique")}`
    : formatCount(covered, "technique");
  const rows = tactics.flatMap(coveredRows);
  const names = (id: string): string => framework.techniques.get(id)?.name ?? id;
  return [
    `${paint("bold", isWhole ? `${name} ${version}` : name)}: rules for ${said}\n`,
    rows.length === 0 ? "" : table(rows, COVERED, options),
    isWhole
      ? table(gapRows(tactics, names, options), GAPS, options)
      : `Caracal's table of ${name} (${version}) is not the whole matrix, so gaps are not told.\n`,
  ];
}

function coveredRows({ name: tactic, rules, techniques }: CoveredTactic): CoveredRow[] {
  const itself = { id: "", name: "the tactic as such", rules };
  return [itself, ...techniques]
    .flatMap(({ id, name = "not in the table", rules: which }) =>
      which.map((rule, at) =>
        at === 0
          ? { tactic: "", technique: id, name, count: String(which.length), rule }
          : { tactic: "", technique: "", name: "", count: "", rule },
      ),
    )
    .map((row, at) => (at === 0 ? { ...row, tactic } : row));
}

function gapRows(
  tactics: readonly CoveredTactic[],
  nameOf: (id: string) => string,
  { width = LIST_WIDTH }: TableOptions,
): GapRow[] {
  const before = Math.max(...tactics.map(({ name }) => name.length)) + "  GAPS  ".length;
  return tactics.flatMap(({ name, gaps }) =>
    wrap(gaps.map(nameOf), width - before).map((names, at) =>
      at === 0 ? { tactic: name, count: String(gaps.length), names } : { tactic: "", count: "", names },
    ),
  );
}
