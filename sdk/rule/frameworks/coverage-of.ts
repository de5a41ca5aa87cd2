import groupBy from "lodash/groupBy.js";
import sortBy from "lodash/sortBy.js";
import uniq from "lodash/uniq.js";
import type { Detection } from "../step.ts";
import type { Coverage, CoveredTactic, CoveredTechnique, Matrix } from "./coverage.ts";
import { FRAMEWORKS, type Framework } from "./frameworks.ts";
import { type Report, readReport } from "./read-report.ts";

/**
 * What rules and correlations say they find. A report of a technique for one of its tactics counts there, one of a
 * technique alone for all its tactics. One with a problem does not count, unless it may be the tables that are lacking.
 *
 * @param frameworks those to look at. Default: all that are known
 */
export function coverageOf(
  detections: readonly Detection[],
  frameworks: readonly Framework[] = [...FRAMEWORKS.values()],
): Coverage {
  const rules = sortBy(
    detections.filter(({ enabled }) => enabled !== false),
    "id",
  );
  const reported = frameworks.flatMap((framework) => rules.flatMap((rule) => reportsTo(framework, rule)));
  const reporting = new Set(reported.map(({ rule }) => rule));
  return {
    rules: rules.length,
    matrices: frameworks.map((framework) => matrixOf(framework, reported)),
    withoutReport: rules.flatMap(({ id }) => (reporting.has(id) ? [] : id)),
    problems: reported.flatMap(({ rule, framework, text, problem }) =>
      problem === undefined ? [] : { rule, framework: framework.name, text, problem },
    ),
    others: othersOf(rules),
  };
}

/** A report of a rule, read. */
interface Reported extends Report {
  readonly rule: string;
  readonly framework: Framework;
  readonly text: string;
}

function reportsTo(framework: Framework, { id, reports }: Detection): Reported[] {
  const texts = uniq(reports?.[framework.name] ?? []);
  return texts.map((text) => ({ rule: id, framework, text, ...readReport(framework, text) }));
}

function counts({ framework, problem }: Reported): boolean {
  const isDoubt = problem === "unknown technique" || problem === "not of the tactic";
  return problem === undefined || (isDoubt && !framework.isWhole);
}

function matrixOf(framework: Framework, all: readonly Reported[]): Matrix {
  const reported = all.filter((one) => one.framework === framework && counts(one));
  const covered = new Set(reported.flatMap(({ technique }) => techniqueOf(technique)));
  const techniques = [...framework.techniques].filter(([id]) => techniqueOf(id) === id);
  const gaps = framework.isWhole ? techniques.filter(([id]) => !covered.has(id)) : [];
  const tactics = [...framework.tactics].map(([id, name]) => ({
    id,
    ...tacticOf(
      name,
      reported.filter((one) => tacticsOf(one).includes(id)),
    ),
    gaps: gaps.flatMap(([gap, technique]) => (technique.tactics.includes(id) ? gap : [])),
  }));
  const unplaced = reported.filter((one) => tacticsOf(one).length === 0);
  const rest = { ...tacticOf("Tactic not known", unplaced), gaps: [] };
  return {
    framework,
    covered: covered.size,
    total: techniques.length,
    tactics: unplaced.length === 0 ? tactics : [...tactics, rest],
  };
}

/** A technique's own id, of a sub-technique that of its technique. */
function techniqueOf(id: string | undefined): string | [] {
  return id?.replace(/\.\d{3}$/, "") ?? [];
}

function tacticsOf({ framework, tactic, technique = "" }: Reported): readonly string[] {
  return tactic === undefined ? (framework.techniques.get(technique)?.tactics ?? []) : [tactic];
}

function tacticOf(name: string, reported: readonly Reported[]): Omit<CoveredTactic, "id" | "gaps"> {
  const byTechnique = groupBy(
    reported.filter(({ technique }) => technique !== undefined),
    "technique",
  );
  return {
    name,
    rules: reported.flatMap(({ rule, technique }) => (technique === undefined ? rule : [])),
    techniques: Object.keys(byTechnique)
      .toSorted()
      .map((id) => coveredOf(id, byTechnique[id] ?? [])),
  };
}

function coveredOf(id: string, reported: readonly Reported[]): CoveredTechnique {
  const name = reported[0] && fullName(reported[0].framework, id);
  return {
    id,
    ...(name !== undefined && { name }),
    rules: uniq(reported.map(({ rule }) => rule)),
    isForTactic: reported.some(({ tactic }) => tactic !== undefined),
  };
}

/** A sub-technique says little without its technique: `Valid Accounts: Cloud Accounts`. */
function fullName({ techniques }: Framework, id: string): string | undefined {
  const ids = uniq([techniqueOf(id), id].flat());
  const names = ids.map((one) => techniques.get(one)?.name);
  return names.includes(undefined) ? undefined : names.join(": ");
}

function othersOf(rules: readonly Detection[]): Map<string, string[]> {
  const others = new Map<string, string[]>();
  for (const { id, reports = {} } of rules)
    for (const name of Object.keys(reports))
      if (!FRAMEWORKS.has(name)) others.set(name, [...(others.get(name) ?? []), id]);
  return others;
}
