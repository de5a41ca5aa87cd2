import { z } from "zod";
import { derivedFrom } from "../rule/derived-from.ts";
import type { Detection } from "../rule/step.ts";

/** A list in which nothing is there twice. */
const distinct = <T extends z.ZodType>(type: T) =>
  z.array(type).superRefine((list, context) => {
    for (const [at, one] of list.entries())
      if (list.indexOf(one) < at)
        context.addIssue({ code: "custom", path: [at], message: `${String(one)} is there twice` });
  });

const text = z.string().refine((one) => one.trim() !== "", "expected a text that is not empty");

const account = z.string().regex(/^\d{12}$/, {
  error: ({ input }) => `expected twelve digits, but found "${String(input)}"`,
});

const region = z.string().regex(/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, {
  error: ({ input }) => `expected a region such as eu-central-1, but found "${String(input)}"`,
});

const principal = text.refine((key) => !key.startsWith("arn:"), {
  error: ({ input }) =>
    `expected a key such as 111122223333:role/claims-summary, but found the ARN ${String(input)}`,
});

const dollars = z.number().min(0);

const price = z.strictObject({
  input: dollars,
  output: dollars,
  cacheRead: dollars.optional(),
  cacheWrite: dollars.optional(),
  image: dollars.optional(),
  second: dollars.optional(),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
}

const businessHours = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, {
      error: ({ input }) => `there is no time zone ${String(input)}`,
    }),
    days: distinct(z.int().min(1).max(7)).min(1),
    from: z.int().min(0).max(23),
    to: z.int().min(1).max(24),
  })
  .refine(({ from, to }) => from > 23 || from < to, {
    path: ["to"],
    message: "work would end before it begins",
  });

const organization = z.strictObject({
  accounts: distinct(account).optional(),
  principals: distinct(principal).optional(),
  regions: distinct(region).optional(),
  prices: z.record(text, price).optional(),
  businessHours: businessHours.optional(),
});

const overrides = z.array(z.unknown()).superRefine((list, context) => {
  const ids = new Set<string>();
  for (const [at, one] of list.entries()) {
    const refuse = (message: string): void => context.addIssue({ code: "custom", path: [at], message });
    if (!isDerived(one)) refuse("expected what extendRule returned");
    else if (ids.has(one.id)) refuse(`a second override of ${one.id}`);
    else ids.add(one.id);
  }
});

function isDerived(value: unknown): value is Detection {
  return typeof value === "object" && value !== null && derivedFrom(value as Detection) !== undefined;
}

/** What must be true of a configuration whoever wrote it, types or not. */
export const configSchema = z.strictObject({
  rules: z
    .union([text, distinct(text).min(1)], "expected a folder, a rule file or a pack, or a list of them")
    .optional(),
  organization: organization.optional(),
  overrides: overrides.optional(),
});

const KEYS: Readonly<Record<string, object>> = {
  "": configSchema.shape,
  organization: organization.shape,
  "organization.businessHours": businessHours.shape,
};

/** The keys that there are at a path. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  return Object.keys(KEYS[path.join(".")] ?? price.shape);
}
