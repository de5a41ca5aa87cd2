import type { Coverage, CoveredTactic, Matrix } from "../rule/frameworks/coverage.ts";
import type { Framework } from "../rule/frameworks/frameworks.ts";
import { formatCount } from "./format-count.ts";

/** What rules say they find, as Markdown for a README: a table for each framework, its gaps folded below. */
export function coverageMarkdown({ matrices, withoutReport }: Coverage): string {
  const none = withoutReport.map(code).join(", ");
  return [
    ...matrices.map(matrixMarkdown),
    ...(none === "" ? [] : [`Rules that report nothing of this: ${none}.\n`]),
  ].join("\n");
}

function matrixMarkdown({ framework, covered, total, tactics }: Matrix): string {
  const { name, version, isWhole } = framework;
  const said = isWhole
    ? `Rules for ${covered} of ${formatCount(total, "technique")}.`
    : `Rules for ${formatCount(covered, "technique")}. The table of ids (${version}) is not the whole matrix, so gaps are not told.`;
  const rows = tactics.flatMap((tactic) => rowsOf(tactic, framework));
  const gaps = tactics.filter((tactic) => tactic.gaps.length > 0);
  return [
    `### ${isWhole ? `${name} ${version}` : name}`,
    "",
    said,
    ...(rows.length === 0 ? [] : ["", "| Tactic | Technique | Rules |", "|---|---|---|", ...rows]),
    ...(gaps.length === 0 ? [] : ["", ...gapsMarkdown(gaps, framework)]),
    "",
  ].join("\n");
}

function rowsOf({ name, rules, techniques }: CoveredTactic, framework: Framework): string[] {
  const cells = [
    ...(rules.length === 0 ? [] : [{ technique: "the tactic as such", rules }]),
    ...techniques.map((one) => ({ technique: link(one, framework), rules: one.rules })),
  ];
  return cells.map(
    ({ technique, rules: which }, at) =>
      `| ${at === 0 ? name : ""} | ${technique} | ${which.map(code).join("<br>")} |`,
  );
}

function gapsMarkdown(tactics: readonly CoveredTactic[], framework: Framework): string[] {
  const lines = tactics.map(({ name, gaps }) => {
    const links = gaps.map((id) => link({ id, name: framework.techniques.get(id)?.name }, framework));
    return `- ${name} (${gaps.length}): ${links.join(", ")}`;
  });
  return ["<details><summary>Techniques without a rule</summary>", "", ...lines, "", "</details>"];
}

function link(
  { id, name }: { readonly id: string; readonly name?: string | undefined },
  { pageOf }: Framework,
): string {
  return `[${name === undefined ? id : `${id} ${name}`}](${pageOf(id)})`;
}

/** Neither a pipe nor a backtick may end what it stands in. */
function code(id: string): string {
  return `\`${id.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
