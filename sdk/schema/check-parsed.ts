import { RE2JS } from "re2js";
import { compileFastmatch, fastmatchProblem } from "./fastmatch-pattern.ts";
import { doubtful, type Finding } from "./finding.ts";
import { expandGrok } from "./grok.ts";
import { type ParserSchema, parserSchema } from "./parser-schema.ts";
import { list, mapping, type Raw } from "./raw-schema.ts";
import { regexProblem } from "./regex-problem.ts";
import { isTransformed } from "./transformations.ts";

/** That a parser gives what templates and required fields name. What it never gives, no line has. */
export function* checkParsed({ parser, fields }: Raw): Generator<Finding> {
  const { data } = parserSchema.safeParse(parser);
  if (data === undefined || Object.keys(data).length !== 1) return;
  const given = namesGiven(data);
  if (given === undefined) return;
  const [kind = ""] = Object.keys(data);
  const { expandFields } = "csv" in data ? data.csv : "regex" in data ? data.regex : data.fastmatch;
  for (const [name, template] of Object.entries(expandFields))
    for (const [, named = ""] of template.matchAll(/%\{([^{}]+)\}/g))
      if (!given.includes(named))
        yield doubtful(
          ["parser", kind, "expandFields", name],
          `the parser gives no ${named}`,
          "name a field that it gives",
        );
  const all = new Set([...given, ...Object.keys(expandFields)]);
  for (const [index, field] of list(fields).map(mapping).entries())
    if (
      field.required === true &&
      typeof field.name === "string" &&
      !all.has(field.name) &&
      !isTransformed(field)
    )
      yield doubtful(
        ["fields", index, "required"],
        `the parser gives no ${field.name}, so no line is of this log type`,
        "name it in the parser, or leave required out",
      );
}

/** The names of a line's values, without those of templates; `undefined` where they cannot be told. */
function namesGiven(parser: ParserSchema): readonly string[] | undefined {
  if ("csv" in parser) return parser.csv.columns;
  if ("regex" in parser) {
    const expanded = expandGrok(parser.regex);
    if (expanded.problem !== undefined || regexProblem(parser.regex) !== undefined) return undefined;
    return Object.keys(RE2JS.compile(expanded.expression).namedGroups());
  }
  const { match } = parser.fastmatch;
  if (match.some((pattern) => fastmatchProblem(pattern) !== undefined)) return undefined;
  return match.flatMap((pattern) => compileFastmatch(pattern).fields.map(({ name }) => name));
}
