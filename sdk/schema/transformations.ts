import { z } from "zod";

/**
 * How a field gets its value from elsewhere in its object. An object's transformations run before its fields are
 * read, kind by kind in this order; each sees what those before it made. Paths are keys joined by dots, from the
 * field's own object down.
 */
export interface Transformations {
  /** Takes the value of the key `from`, which is gone then. */
  readonly rename?: { readonly from: string } | undefined;
  /** Takes the value at the path `from`, which stays. */
  readonly copy?: { readonly from: string } | undefined;
  /** Joins the values at `paths` that there are. */
  readonly concat?: { readonly paths: readonly string[]; readonly separator: string } | undefined;
  /** Takes one piece of the text at the path `from`, counted from 0; from the end where negative. */
  readonly split?: { readonly from: string; readonly separator: string; readonly index: number } | undefined;
  /** Puts another text in place of the field's. */
  readonly mask?: Mask | undefined;
}

/** Whether a field's value comes from elsewhere than its own key. */
export function isTransformed(field: { readonly [K in keyof Transformations]?: unknown }): boolean {
  return [field.rename, field.copy, field.concat, field.split].some((one) => one !== undefined);
}

/** What stands in place of a text: `to`, or its digest in hexadecimal digits. */
export type Mask =
  | { readonly type: "redact"; readonly to: string }
  | { readonly type: "hash"; readonly algorithm: HashAlgorithm; readonly salt: string };

export const HASH_ALGORITHMS = ["sha256", "sha512", "sha1", "md5"] as const;

export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

const path = z.string().min(1);

const mask = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("redact").describe("Another text."),
      to: z.string().default("REDACTED").describe("What stands there instead."),
    }),
    z.strictObject({
      type: z.literal("hash").describe("The text's digest, in hexadecimal digits."),
      algorithm: z.enum(HASH_ALGORITHMS).default("sha256").describe("How it is digested."),
      salt: z.string().default("").describe("Text that is put before the value."),
    }),
  ])
  .meta({ id: "mask" });

const rename = z.strictObject({ from: path.describe("A key of the same object.") }).meta({ id: "rename" });

const copy = z.strictObject({ from: path.describe("A path in the same object.") }).meta({ id: "copy" });

const concat = z
  .strictObject({
    paths: z.array(path).min(1).describe("Paths in the same object. Those without a value are left out."),
    separator: z.string().default("").describe("What stands between the values."),
  })
  .meta({ id: "concat" });

const split = z
  .strictObject({
    from: path.describe("A path in the same object."),
    separator: z.string().min(1).describe("What stands between the pieces."),
    index: z.int().describe("Which piece, from 0; from the end where negative."),
  })
  .meta({ id: "split" });

/** The keys of a field that transform. */
export const transformations = {
  rename: rename.optional().describe("Takes the value of another key, which is gone then."),
  copy: copy.optional().describe("Takes the value at a path, which stays."),
  concat: concat.optional().describe("Joins values into one text."),
  split: split.optional().describe("Takes one piece of a text."),
  mask: mask
    .optional()
    .describe("Puts another text in place of the value, before anything sees it. For strings."),
};
