import type { Framework } from "./frameworks.ts";

/**
 * What is wrong with an id. Where the framework's tables are not whole, `"unknown technique"` and `"not of the tactic"`
 * are doubts: the tables may lack what is right.
 */
export type ReportProblem = "malformed" | "unknown tactic" | "unknown technique" | "not of the tactic";

/** What a text in a rule's `reports` names: a tactic, a technique, or a technique for the sake of one of its tactics. */
export interface Report {
  readonly tactic?: string;
  readonly technique?: string;
  readonly problem?: ReportProblem;
}

/** Without prefixes: a tactic alone, or a technique, if need be after its tactic. */
const FORM = /^(TA\d{4})$|^(?:(TA\d{4}):)?(T\d{4}(?:\.\d{3})?)$/;

/**
 * Reads an id from a rule's `reports`, as Panther writes them.
 *
 * @param text `TACTIC`, `TECHNIQUE` or `TACTIC:TECHNIQUE`, such as `TA0001:T1078.004` or `AML.T0034`
 * @example
 * readReport(attack, "TA0001:T1078.004") // { tactic: "TA0001", technique: "T1078.004" }
 * readReport(attack, "TA0006:T1078")     // { tactic: "TA0006", technique: "T1078", problem: "not of the tactic" }
 */
export function readReport(framework: Framework, text: string): Report {
  const found = namedIn(framework, text);
  if (found === undefined) return { problem: "malformed" };
  const problem = problemOf(framework, found);
  return problem === undefined ? found : { ...found, problem };
}

function namedIn({ prefix }: Framework, text: string): Omit<Report, "problem"> | undefined {
  const parts = text.split(":");
  if (!parts.every((part) => part.startsWith(prefix))) return undefined;
  const found = FORM.exec(parts.map((part) => part.slice(prefix.length)).join(":"));
  if (found === null) return undefined;
  const [, alone, tactic = alone, technique] = found;
  return {
    ...(tactic !== undefined && { tactic: prefix + tactic }),
    ...(technique !== undefined && { technique: prefix + technique }),
  };
}

function problemOf({ tactics, techniques }: Framework, { tactic, technique }: Report) {
  if (tactic !== undefined && !tactics.has(tactic)) return "unknown tactic";
  if (technique === undefined) return undefined;
  const known = techniques.get(technique);
  if (known === undefined) return "unknown technique";
  return tactic === undefined || known.tactics.includes(tactic) ? undefined : "not of the tactic";
}
