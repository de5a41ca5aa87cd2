import { isJsonObject } from "../base/json.ts";
import { checkParsed } from "./check-parsed.ts";
import { checkPattern } from "./check-pattern.ts";
import { shown } from "./describe-choice.ts";
import { fastmatchProblem } from "./fastmatch-pattern.ts";
import { type Finding, wrong } from "./finding.ts";
import { list, mapping, type Path, type Raw } from "./raw-schema.ts";
import { regexProblem } from "./regex-problem.ts";

/** What the shape of a parser cannot say: that there is just one, and that it can do its work. */
export function* checkParser(schema: Raw): Generator<Finding> {
  const { parser } = schema;
  if (parser === undefined) return;
  const parsers = mapping(parser);
  const names = Object.keys(parsers);
  if (names.length === 0 && isJsonObject(parser))
    yield wrong(["parser"], "names no parser", "write one of csv, fastmatch, regex");
  if (names.length > 1) yield wrong(["parser"], `has ${names.join(" and ")}`, "keep one of them");
  if (parsers.csv !== undefined) yield* checkCsv(mapping(parsers.csv), ["parser", "csv"]);
  for (const [index, pattern] of list(mapping(parsers.fastmatch).match).entries())
    yield* checkPattern(pattern, fastmatchProblem, ["parser", "fastmatch", "match", index]);
  yield* checkRegex(mapping(parsers.regex), ["parser", "regex", "match"]);
  yield* checkParsed(schema);
}

function* checkCsv({ delimiter, hasHeader, columns }: Raw, path: Path): Generator<Finding> {
  if (typeof delimiter === "string" && /["\r\n]/.test(delimiter))
    yield wrong([...path, "delimiter"], "quotes and line ends delimit no values", "write another character");
  if (hasHeader !== true && columns === undefined)
    yield wrong(path, "the columns have no names", "write columns, or hasHeader: true");
  const names = list(columns);
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index)
      yield wrong([...path, "columns", index], `${shown(name)} is there already`, "choose another name");
}

function* checkRegex({ match, patternDefinitions = {} }: Raw, path: Path): Generator<Finding> {
  if (!isTexts(match) || match.length === 0 || !isTexts(Object.values(mapping(patternDefinitions)))) return;
  const problem = regexProblem({ match, patternDefinitions: patternDefinitions as Record<string, string> });
  if (problem !== undefined) yield wrong(path, problem, "correct the expression");
}

function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}
