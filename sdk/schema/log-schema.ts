import { z } from "zod";
import { fieldsSchema, valueSchema } from "./field-model.ts";
import { parserSchema } from "./parser-schema.ts";

/** The most refs that may lie within each other (Panther's limit). */
export const MAX_REF_DEPTH = 64;

const name = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*$/)
  .max(255)
  .describe("The log type's name: words with a capital, joined by dots, such as `Custom.Mine`.");

const definitions = z.record(z.string().regex(/^[A-Z][A-Za-z0-9]*$/), valueSchema);

/** A log schema in Panther's YAML: the name of the log type, how its text is parsed, and its fields. */
export const logSchema = z.strictObject({
  schema: name,
  version: z.literal(0).optional().describe("The version of the schema language; there is only 0."),
  description: z.string().optional().describe("What the log is. It becomes the doc comment of the event."),
  referenceURL: z.string().optional().describe("Where the log's own documentation is."),
  fieldDiscoveryEnabled: z
    .boolean()
    .default(false)
    .describe(
      "Panther's: whether it adds fields it meets to the schema. Caracal reports them as drift either way.",
    ),
  parser: parserSchema.optional().describe("How lines of text become records. Without it records are JSON."),
  definitions: definitions.default({}).describe("Values by name, for `type: ref`."),
  fields: fieldsSchema.describe("The record's fields."),
});

export type LogSchema = z.infer<typeof logSchema>;

/** What a `NAME.overlay.yml` adds to the vendor's `NAME.yml`. */
export const overlaySchema = z.strictObject({
  schema: name,
  description: z.string().optional().describe("What is to be known beyond the vendor's description."),
  identity: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      "Fields that together tell one record from another: a record delivered twice has them all alike. Default: all of the record.",
    ),
  definitions: definitions
    .optional()
    .describe("Definitions that the schema lacks, or fields for those that it has."),
  fields: fieldsSchema
    .optional()
    .describe("Fields that the schema lacks, or numbers that are really of a wider type."),
});

export type Overlay = z.infer<typeof overlaySchema>;
