import { CODES } from "../base/codes.ts";
import { type Issue, type IssueSeverity, severityOf } from "../base/issue.ts";
import { visible } from "../base/visible.ts";

/** An issue with its severity, as a report tells it. */
export type Finding = Issue & { readonly severity: IssueSeverity };

/**
 * Findings as SARIF 2.1.0, which code hosts and editors show beside the code. Each code that was met is a rule of the
 * report; files are relative to the folder of the run. What has no place is a notification of the run: a result without
 * one is left out by code hosts.
 *
 * @param version of Caracal
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(findings: readonly Finding[], version: string): string {
  const placed = findings.filter(({ source }) => source !== undefined);
  const placeless = findings.filter(({ source }) => source === undefined);
  const codes = codesOf(placed);
  const ownCodes = codesOf(placeless);
  const run = {
    tool: {
      driver: {
        name: "caracal",
        version,
        rules: codes.map(descriptorOf),
        notifications: ownCodes.map(descriptorOf),
      },
    },
    invocations: [
      {
        executionSuccessful: !placeless.some(({ severity }) => severity === "error"),
        toolExecutionNotifications: placeless.map((finding) => ({
          descriptor: { id: finding.code, index: ownCodes.indexOf(finding.code) },
          level: finding.severity,
          message: messageOf(finding),
        })),
      },
    ],
    columnKind: "utf16CodeUnits",
    results: placed.map((finding) => ({
      ruleId: finding.code,
      ruleIndex: codes.indexOf(finding.code),
      level: finding.severity,
      message: messageOf(finding),
      locations: locationsOf(finding),
    })),
  };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, undefined, 2)}\n`;
}

function codesOf(findings: readonly Finding[]): Issue["code"][] {
  return [...new Set(findings.map(({ code }) => code))].toSorted();
}

function descriptorOf(code: Issue["code"]): object {
  return {
    id: code,
    shortDescription: { text: CODES[code].meaning },
    defaultConfiguration: { level: severityOf({ code }) },
  };
}

function messageOf({ message, fix }: Finding): object {
  return { text: visible(fix === undefined ? message : `${message}; ${fix}`) };
}

function locationsOf({ source = "", line, column }: Finding): object[] {
  const uri = source.split(/[\\/]/).map(encodeURIComponent).join("/");
  const start = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  const region = line === undefined ? {} : { region: start };
  return [{ physicalLocation: { artifactLocation: { uri }, ...region } }];
}
