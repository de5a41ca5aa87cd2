import { z } from "zod";
import type { FieldSchema, ValueSchema } from "./field-schema.ts";
import { INDICATORS } from "./indicator.ts";
import { TIME_FORMATS, type TimeFormat } from "./time-format.ts";
import { transformations } from "./transformations.ts";

/** The members that make a value a field. */
const named = {
  name: z.string().min(1).describe("The key in the record. Case counts."),
  required: z
    .boolean()
    .default(false)
    .describe("Whether a record without it, or with null there, is not of this log type."),
  ...transformations,
};

const ipVersion = z.enum(["ipv4", "ipv6", "any"]);

const texts = z.array(z.string()).min(1);

const indicators = z.array(z.enum(INDICATORS)).meta({ id: "indicators" });

const validation = z
  .strictObject({
    allow: texts.optional().describe("The texts that are allowed; each counts as it is written."),
    deny: texts.optional().describe("The texts that are not. Without effect beside `allow`."),
    ip: ipVersion.optional().describe("An IP address of that version."),
    cidr: ipVersion.optional().describe("A network such as 10.0.0.0/8 of that version."),
  })
  .meta({ id: "validate" });

const timeFormat: z.ZodType<TimeFormat> = z.union([
  z.enum(TIME_FORMATS),
  z.templateLiteral([z.string(), "%", z.string()]),
]);

const isEmbeddedJSON = z
  .boolean()
  .default(false)
  .describe("Whether the value comes as text of JSON; it is parsed, then read as the type says.");

/** The model of a value: a definition, or an array's element. */
export const valueSchema: z.ZodType<ValueSchema> = z.lazy(() => variants({}).meta({ id: "value" }));
const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() => variants(named).meta({ id: "field" }));

/** The model of an object's fields. */
export const fieldsSchema = z.array(fieldSchema).min(1);

function variants<Extra extends z.ZodRawShape>(extra: Extra) {
  const common = {
    ...extra,
    description: z
      .string()
      .optional()
      .describe("What it means. It becomes the doc comment of the event's field."),
  };
  return z.discriminatedUnion("type", [
    z.strictObject({
      ...common,
      type: z.literal("string").describe("Text. Numbers, true and false become text."),
      indicators: indicators
        .optional()
        .describe("The scanners that look at the text and put what they recognise into `p_any_…` lists."),
      validate: validation
        .optional()
        .describe("What the text must be. A record where it is something else is not of this log type."),
    }),
    z.strictObject({
      ...common,
      type: z
        .enum(["smallint", "int", "bigint"])
        .describe("An integer of 16, 32 or 64 bits, also as text. Integers beyond 2^53 do not fit."),
    }),
    z.strictObject({ ...common, type: z.literal("float").describe("A number, also as text.") }),
    z.strictObject({
      ...common,
      type: z.literal("boolean").describe("True or false, also as 1, 0, t, f and the words, as text."),
    }),
    z
      .strictObject({
        ...common,
        type: z.literal("timestamp").describe("A time, which becomes a `Date`."),
        timeFormats: z
          .array(timeFormat)
          .min(1)
          .optional()
          .meta({
            description: "How the time may be written, tried in order: a name, or a strftime pattern.",
            default: ["rfc3339"],
          }),
        timeFormat: timeFormat.optional().describe("The older way to write `timeFormats` with one format."),
        isEventTime: z
          .boolean()
          .default(false)
          .describe("Whether this is when it happened. Of several the first that has a value counts."),
        isExpiration: z
          .boolean()
          .default(false)
          .describe("For Panther's lookup tables: when a row ends to hold. It has no effect here."),
      })
      .transform(joinFormats),
    z.strictObject({
      ...common,
      type: z.literal("object").describe("A JSON object with the fields that are named."),
      fields: fieldsSchema.describe("Its fields."),
      isEmbeddedJSON,
    }),
    z.strictObject({
      ...common,
      type: z.literal("array").describe("A JSON array of one kind of value. An empty one is absent."),
      element: valueSchema.describe("What each element is."),
      isEmbeddedJSON,
    }),
    z.strictObject({
      ...common,
      type: z.literal("json").describe("Any JSON, kept as it is."),
      isEmbeddedJSON,
    }),
    z.strictObject({
      ...common,
      type: z.literal("ref").describe("What the definition of that name says."),
      target: z.string().describe("The name of a definition; the value is as that says."),
    }),
  ]);
}

/** The older key becomes the newer one. */
function joinFormats<T>(value: T): Omit<T, keyof Formats> & { readonly timeFormats: readonly TimeFormat[] } {
  const { timeFormat: only = "rfc3339", timeFormats = [only], ...rest } = value as T & Formats;
  return { ...rest, timeFormats };
}

interface Formats {
  readonly timeFormat?: TimeFormat | undefined;
  readonly timeFormats?: readonly TimeFormat[] | undefined;
}
