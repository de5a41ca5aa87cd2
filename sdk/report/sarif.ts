import { CODES } from "../base/codes.ts";
import { type Issue, type IssueSeverity, severityOf } from "../base/issue.ts";
import { visible } from "../base/visible.ts";

/** An issue with its severity, as a report tells it. */
export type Finding = Issue & { readonly severity: IssueSeverity };

/**
 * Findings as SARIF 2.1.0, which code hosts and editors show beside the code. Each code that was met is a rule of the
 * report; files are relative to the folder of the run.
 *
 * @param version of Caracal
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(findings: readonly Finding[], version: string): string {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  const run = {
    tool: {
      driver: {
        name: "caracal",
        version,
        rules: codes.map((code) => ({
          id: code,
          shortDescription: { text: CODES[code].meaning },
          defaultConfiguration: { level: severityOf({ code }) },
        })),
      },
    },
    columnKind: "utf16CodeUnits",
    results: findings.map((finding) => ({
      ruleId: finding.code,
      ruleIndex: codes.indexOf(finding.code),
      level: finding.severity,
      message: {
        text: visible([finding.message, finding.fix].filter((part) => part !== undefined).join("; ")),
      },
      locations: locationsOf(finding),
    })),
  };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, undefined, 2)}\n`;
}

function locationsOf({ source, line, column }: Finding): object[] {
  if (source === undefined) return [];
  const uri = source.split(/[\\/]/).map(encodeURIComponent).join("/");
  const start = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  const region = line === undefined ? {} : { region: start };
  return [{ physicalLocation: { artifactLocation: { uri }, ...region } }];
}
