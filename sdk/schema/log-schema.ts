import { z } from "zod";
import { isJsonObject } from "../base/json.ts";

/** The scanners that a string field can feed, by the names Panther's schemas use. */
export const INDICATORS = [
  "aws_account_id",
  "aws_arn",
  "aws_arn_only",
  "aws_instance_id",
  "aws_tag",
  "domain",
  "email",
  "hostname",
  "ip",
  "md5",
  "net_addr",
  "sha1",
  "sha256",
  "trace_id",
  "url",
  "username",
] as const;

export type Indicator = (typeof INDICATORS)[number];

/** The ways a schema can say that a time is written. */
const TIME_FORMATS = ["rfc3339", "unix", "unix_ms", "unix_us", "unix_ns"] as const;

export type TimeFormat = (typeof TIME_FORMATS)[number];

interface Described {
  readonly description?: string | undefined;
}

/** The shape of a value: what a field holds, or each element of an array. */
export type ValueSchema = Described &
  (
    | { readonly type: "string"; readonly indicators?: readonly Indicator[] | undefined }
    | { readonly type: "int" | "smallint" | "bigint" | "float" | "boolean" | "json" }
    | {
        readonly type: "timestamp";
        readonly timeFormats: readonly TimeFormat[];
        readonly isEventTime: boolean;
      }
    | { readonly type: "object"; readonly fields: readonly FieldSchema[] }
    | { readonly type: "array"; readonly element: ValueSchema }
  );

/** A named value of an object, and whether a record must have it. */
export type FieldSchema = ValueSchema & { readonly name: string; readonly required: boolean };

/** The members that make a value a field. */
const named = { name: z.string().min(1), required: z.boolean().default(false) };

const valueSchema: z.ZodType<ValueSchema> = z.lazy(() => variants({}));
const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() => variants(named));

/** The fields of an object: each name once, none that begins with `p_`, which Caracal keeps for its own. */
const fieldsSchema = z
  .array(fieldSchema)
  .min(1)
  .superRefine(checkNames, { when: ({ value }) => Array.isArray(value) });

function variants<Extra extends z.ZodRawShape>(extra: Extra) {
  const common = { ...extra, description: z.string().optional() };
  return z.discriminatedUnion("type", [
    z.strictObject({
      ...common,
      type: z.literal("string"),
      indicators: z.array(z.enum(INDICATORS)).optional(),
    }),
    z.strictObject({ ...common, type: z.enum(["int", "smallint", "bigint", "float", "boolean", "json"]) }),
    z.strictObject({
      ...common,
      type: z.literal("timestamp"),
      timeFormats: z.array(z.enum(TIME_FORMATS)).min(1).default(["rfc3339"]),
      isEventTime: z.boolean().default(false),
    }),
    z.strictObject({ ...common, type: z.literal("object"), fields: fieldsSchema }),
    z.strictObject({ ...common, type: z.literal("array"), element: valueSchema }),
  ]);
}

/** Runs even where a field is wrong in itself, so that every problem of a file is told at once. */
function checkNames(fields: readonly unknown[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, field] of fields.entries()) {
    if (!isJsonObject(field) || typeof field.name !== "string") continue;
    const path = [index, "name"];
    if (seen.has(field.name))
      context.addIssue({ code: "custom", path, message: "is the name of an earlier field" });
    if (field.name.startsWith("p_"))
      context.addIssue({
        code: "custom",
        path,
        message: "begins with p_, which is reserved for standard fields",
      });
    seen.add(field.name);
  }
}

/** A log schema in Panther's YAML: the name of the log type and its fields. */
export const logSchema = z.strictObject({
  schema: z.string().regex(/^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*$/),
  version: z.literal(0).optional(),
  description: z.string().optional(),
  referenceURL: z.string().optional(),
  fields: fieldsSchema,
});

export type LogSchema = z.infer<typeof logSchema>;

/** What a `NAME.overlay.yml` adds to the vendor's `NAME.yml`: fields it lacks, and what identifies a record. */
export const overlaySchema = z.strictObject({
  schema: logSchema.shape.schema,
  description: z.string().optional(),
  /** Fields that together tell one record from another; a record delivered twice has them all alike. */
  identity: z.array(z.string()).min(1).optional(),
  fields: fieldsSchema.optional(),
});

export type Overlay = z.infer<typeof overlaySchema>;
