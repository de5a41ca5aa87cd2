import { z } from "zod";

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
export const TIME_FORMATS = ["rfc3339", "unix", "unix_ms", "unix_us", "unix_ns"] as const;

export type TimeFormat = (typeof TIME_FORMATS)[number];

const described = { description: z.string().optional() };

/** The shape of a value: what a field holds, or each element of an array. */
const valueSchema = z.discriminatedUnion("type", [
  z.strictObject({
    ...described,
    type: z.literal("string"),
    indicators: z.array(z.enum(INDICATORS)).optional(),
  }),
  z.strictObject({ ...described, type: z.enum(["int", "smallint", "bigint", "float", "boolean", "json"]) }),
  z.strictObject({
    ...described,
    type: z.literal("timestamp"),
    timeFormats: z.array(z.enum(TIME_FORMATS)).min(1).default(["rfc3339"]),
    isEventTime: z.boolean().default(false),
  }),
  z.strictObject({
    ...described,
    type: z.literal("object"),
    get fields() {
      return fieldsSchema.min(1);
    },
  }),
  z.strictObject({
    ...described,
    type: z.literal("array"),
    get element(): z.ZodType<ValueSchema> {
      return valueSchema;
    },
  }),
]);

interface Described {
  readonly description?: string | undefined;
}

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
export interface FieldSchema {
  readonly name: string;
  readonly required: boolean;
  readonly value: ValueSchema;
}

/** A field is written as its name and `required` beside the attributes of its value. */
const fieldSchema: z.ZodType<FieldSchema> = z
  .looseObject({ name: z.string().min(1), required: z.boolean().default(false) })
  .transform(({ name, required, ...value }, context) => {
    const parsed = valueSchema.safeParse(value);
    if (parsed.success) return { name, required, value: parsed.data };
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as never);
    return z.NEVER;
  });

/** The fields of an object: each name once, none that begins with `p_`, which Caracal keeps for its own. */
const fieldsSchema = z.array(fieldSchema).superRefine((fields, context) => {
  const seen = new Set<string>();
  for (const [index, { name }] of fields.entries()) {
    const path = [index, "name"];
    if (seen.has(name))
      context.addIssue({ code: "custom", path, message: `the field ${name} is there twice` });
    if (name.startsWith("p_"))
      context.addIssue({ code: "custom", path, message: `${name} is a reserved name` });
    seen.add(name);
  }
});

/** A log schema in Panther's YAML: the name of the log type and its fields. */
export const logSchema = z.strictObject({
  schema: z
    .string()
    .regex(/^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)*$/, "expected a name such as AWS.CloudTrail"),
  version: z.literal(0).optional(),
  description: z.string().optional(),
  referenceURL: z.string().optional(),
  fields: fieldsSchema.min(1),
});

export type LogSchema = z.infer<typeof logSchema>;

/** What a `NAME.overlay.yml` adds to the vendor's `NAME.yml`: fields it lacks, and what identifies a record. */
export const overlaySchema = z.strictObject({
  schema: logSchema.shape.schema,
  description: z.string().optional(),
  /** Fields that together tell one record from another; a record delivered twice has them all alike. */
  identity: z.array(z.string()).min(1).optional(),
  fields: fieldsSchema.default([]),
});

export type Overlay = z.infer<typeof overlaySchema>;
