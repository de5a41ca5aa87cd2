import type { RuleScore } from "../score/rule-score.ts";
import type { IncidentScore } from "../score/score.ts";
import { ESTIMATED, type EstimatedFigure, type Estimates, type Scores } from "../score/scores.ts";
import { formatSpan } from "./format-span.ts";

/** A table before it is drawn: for a terminal, or in Markdown. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** As many texts as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

export interface SheetColumn {
  readonly title: string;
  readonly align?: "right";
}

const NAMES: { readonly [figure in EstimatedFigure]: string } = {
  recall: "Recall: incidents found",
  precision: "Precision: alerts of incidents",
  falsePerDay: "False alerts a day",
  medianTime: "Time to detect, median",
  ninthTime: "Time to detect, 90th percentile",
};

const NONE = "–";

/** What there is to tell of scores, table by table. */
export function scoreSheets(scores: Scores): Sheet[] {
  const sheets = [
    figuresSheet(scores),
    ...(scores.runs.length > 1 ? [runsSheet(scores)] : []),
    scenariosSheet(scores),
    missedSheet(scores),
    rulesSheet(scores),
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}

/** The figures over all runs: loud ones first, because those page people. */
export function figuresSheet({ runs, loud, any }: Scores): Sheet {
  const isOne = runs.length === 1;
  const titles = isOne
    ? ["MEDIUM or above", "Any severity"]
    : ["MEDIUM or above", "95 % interval", "Worst", "Any severity", "95 % interval"];
  return {
    title: isOne ? "Figures" : `Figures, mean of ${runs.length} runs`,
    columns: [{ title: "Figure" }, ...titles.map((title) => ({ title, align: "right" as const }))],
    rows: ESTIMATED.map((figure) => {
      const [quiet, heard] = [any[figure], loud[figure]];
      const cells = isOne
        ? [formatFigure(figure, heard?.mean), formatFigure(figure, quiet?.mean)]
        : [...meanCells(figure, heard), worstCell(figure, heard), ...meanCells(figure, quiet)];
      return [NAMES[figure], ...cells];
    }),
  };
}

type Estimated = Estimates[EstimatedFigure];

function meanCells(figure: EstimatedFigure, one: Estimated): string[] {
  const show = (value: number): string => formatFigure(figure, value);
  const { low, high } = one ?? {};
  const interval = low === undefined || high === undefined ? NONE : `${show(low)} to ${show(high)}`;
  return [formatFigure(figure, one?.mean), interval];
}

function worstCell(figure: EstimatedFigure, one: Estimated): string {
  return one === undefined ? NONE : `${formatFigure(figure, one.worst.value)} (${one.worst.run})`;
}

/** A figure in its unit: a share, a number a day, a time. */
function formatFigure(figure: EstimatedFigure, value: number | undefined): string {
  if (value === undefined) return NONE;
  if (figure === "medianTime" || figure === "ninthTime") return formatSpan(value);
  return value.toFixed(figure === "falsePerDay" ? 2 : 3);
}

/** The loud figures of each run. */
export function runsSheet({ runs }: Scores): Sheet {
  return {
    title: "Runs, by alerts of MEDIUM or above",
    columns: [
      { title: "Run" },
      ...[
        "Records",
        "Incidents",
        "Found",
        "Recall",
        "Precision",
        "False a day",
        "Median time",
        "Rule errors",
      ].map((title) => ({ title, align: "right" as const })),
    ],
    rows: runs.map(({ name, records, loud, ruleErrors }) => [
      name,
      records.toLocaleString("en-US"),
      String(loud.incidents),
      String(loud.found),
      formatFigure("recall", loud.recall),
      formatFigure("precision", loud.precision),
      formatFigure("falsePerDay", loud.falsePerDay),
      formatFigure("medianTime", loud.medianTime),
      String(ruleErrors),
    ]),
  };
}

/** What became of each kind of attack. */
export function scenariosSheet({ scenarios }: Scores): Sheet {
  return {
    title: "Scenarios",
    columns: [
      { title: "Scenario" },
      { title: "Found, MEDIUM or above", align: "right" },
      { title: "Found, any severity", align: "right" },
      { title: "Median time", align: "right" },
      { title: "First rules" },
    ],
    rows: scenarios.map(({ scenario, incidents, loud, any, medianTime, rules }) => [
      scenario,
      `${loud} of ${incidents}`,
      `${any} of ${incidents}`,
      formatFigure("medianTime", medianTime),
      rules.slice(0, 2).join(", ") || NONE,
    ]),
  };
}

/** The incidents that no loud alert tells of. */
export function missedSheet({ missed }: Scores): Sheet {
  return {
    title: "Missed by alerts of MEDIUM or above",
    columns: [{ title: "Incident" }, { title: "Run" }, { title: "Told of quietly by" }],
    rows: missed.map(({ id, run, any }) => [id, run, quietly(any)]),
  };
}

function quietly(any: IncidentScore["any"]): string {
  return any === undefined ? NONE : `${any.ruleId} (${any.severity})`;
}

/** What each rule raised, those with the most false loud alerts first. */
export function rulesSheet({ rules }: Scores): Sheet {
  const worstFirst = rules.toSorted(
    (one, other) => other.falseLoud - one.falseLoud || other.falseAlerts - one.falseAlerts,
  );
  return {
    title: "Rules",
    columns: [
      { title: "Rule" },
      ...["Alerts", "False", "MEDIUM or above", "Of these false"].map((title) => ({
        title,
        align: "right" as const,
      })),
      { title: "False alerts took for an attack" },
    ],
    rows: worstFirst.map((rule) => [
      rule.ruleId,
      String(rule.alerts),
      String(rule.falseAlerts),
      String(rule.loud),
      String(rule.falseLoud),
      mistakes(rule) || NONE,
    ]),
  };
}

function mistakes({ mistaken }: RuleScore): string {
  const most = mistaken.toSorted(
    (one, other) => other.falseLoud - one.falseLoud || other.falseAlerts - one.falseAlerts,
  );
  return most.map(({ name, falseAlerts }) => `${name} (${falseAlerts})`).join(", ");
}
