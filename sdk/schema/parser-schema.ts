import { z } from "zod";

/** How lines of text become records. */
export type ParserSchema =
  | { readonly csv: CsvSchema }
  | { readonly fastmatch: FastmatchSchema }
  | { readonly regex: RegexSchema };

/** What all parsers have in common. */
interface AnyParserSchema {
  /** A line that begins with it is skipped. */
  readonly skipPrefix?: string | undefined;
  /** Texts that count as no value. */
  readonly emptyValues: readonly string[];
  /** Whether blanks around a value are cut off. */
  readonly trimSpace: boolean;
  /** More fields, each a text with `%{field}` in it. */
  readonly expandFields: Readonly<Record<string, string>>;
}

/** Values between delimiters, in quotes where they hold one. */
export interface CsvSchema extends AnyParserSchema {
  /** One character. */
  readonly delimiter: string;
  /** Whether the first line holds the columns' names; where `columns` is given too, it is skipped. */
  readonly hasHeader: boolean;
  readonly columns?: readonly string[] | undefined;
}

/** Patterns such as `%{time} [%{level}] %{message}`, tried in order. */
export interface FastmatchSchema extends AnyParserSchema {
  readonly match: readonly string[];
}

/** A regular expression of RE2, its parts joined, with named groups or `%{PATTERN:field}`. */
export interface RegexSchema extends AnyParserSchema {
  readonly match: readonly string[];
  /** Patterns by name, beside those that are built in. */
  readonly patternDefinitions: Readonly<Record<string, string>>;
}

const common = {
  skipPrefix: z.string().min(1).optional().describe("A line that begins with it is skipped."),
  emptyValues: z.array(z.string()).default([]).describe("Texts that count as no value, such as `-`."),
  trimSpace: z.boolean().default(false).describe("Whether blanks around a value are cut off."),
  expandFields: z
    .record(z.string(), z.string())
    .default({})
    .describe("More fields, each a text in which `%{field}` stands for a value."),
};

const csv = z
  .strictObject({
    ...common,
    delimiter: z.string().length(1).default(",").describe("The character between values."),
    hasHeader: z
      .boolean()
      .default(false)
      .describe("Whether the first line names the columns. Where `columns` is given too, it is skipped."),
    columns: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("The columns' names in order. Needed without a header."),
  })
  .meta({ id: "csv" });

const fastmatch = z
  .strictObject({
    ...common,
    match: z
      .array(z.string())
      .min(1)
      .describe("Patterns with `%{field}` in them, tried in order. `%{}` is read and forgotten."),
  })
  .meta({ id: "fastmatch" });

const regex = z
  .strictObject({
    ...common,
    match: z
      .array(z.string())
      .min(1)
      .describe("Parts of one expression in RE2's syntax, with `(?P<field>…)` or `%{PATTERN:field}`."),
    patternDefinitions: z
      .record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string())
      .default({})
      .describe("More patterns by name, for `%{NAME}` and `%{NAME:field}`."),
  })
  .meta({ id: "regex" });

/** That there is exactly one is for {@link checkParser} to say. */
export const parserSchema = z
  .strictObject({
    csv: csv.optional().describe("Values between delimiters, in quotes where they hold one."),
    fastmatch: fastmatch.optional().describe("Lines of one form or a few: quicker than `regex`."),
    regex: regex.optional().describe("Lines of any form."),
  })
  .meta({ minProperties: 1, maxProperties: 1 }) as unknown as z.ZodType<ParserSchema>;
