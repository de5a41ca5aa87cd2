import { z } from "zod";
import { isDuration, toMilliseconds } from "../base/duration.ts";
import { SEVERITIES } from "./severity.ts";

const DAY = 86_400_000;

const plainText = z.string().regex(/^[^<>&"%]+$/, 'expected text without < > & " %');
const severity = z.enum(SEVERITIES);
const duration = z.string().refine(isDuration, 'expected a length of time such as "15m" or "1h"');
const isFunction = (value: unknown): boolean => typeof value === "function";
const fn = z.custom<() => unknown>(isFunction, "expected a function");
const perAlert = <T extends z.ZodType>(type: T) =>
  z.union([type, fn], "expected a fixed value or a function");
const aboveZero = z.number().positive();
const within = duration.optional();

const unique = (what: string, same: (text: string) => string = (text) => text) =>
  z
    .array(z.string())
    .refine((texts) => new Set(texts.map(same)).size === texts.length, `the same ${what} is there twice`);

const threshold = z.union(
  [
    z.int().positive(),
    z.strictObject({ count: z.int().positive(), within }),
    z.strictObject({ unique: fn, atLeast: z.int().positive(), within }),
    z.strictObject({ sum: fn, atLeast: aboveZero, within }),
    z.strictObject({ absence: duration, minimum: z.int().positive().optional(), within }),
    z.strictObject({
      baseline: fn,
      factor: z.number().min(1),
      floor: aboveZero,
      history: duration.refine((text) => toMilliseconds(text) >= DAY, "expected a day or more").optional(),
      warmUp: duration,
      within,
    }),
    z.strictObject({ ratio: fn, above: z.number().min(0).lt(1), minimum: z.int().positive(), within }),
  ],
  "expected a number, { count }, { unique, atLeast }, { sum, atLeast }, { ratio, above, minimum } { baseline, factor, floor, warmUp } or { absence }",
);

const exception = z.strictObject({
  id: z.string().min(1),
  reason: z.string().min(1),
  owner: z.string().min(1),
  expires: z.iso.date(),
  when: fn,
});

/** What must be true of a rule whoever wrote it, types or not. */
export const ruleMetadata = z
  .strictObject({
    id: plainText,
    displayName: plainText.optional(),
    enabled: z.boolean().optional(),
    logTypes: unique("log type").min(1),
    tags: unique("tag", (tag) => tag.toLowerCase()).optional(),
    reports: z.record(z.string(), z.array(z.string())).optional(),
    status: z.string().optional(),
    summaryAttributes: unique("path").optional(),
    severity: perAlert(severity),
    defaultSeverity: severity.optional(),
    detect: fn,
    dedup: fn.optional(),
    dedupPeriod: duration.optional(),
    title: perAlert(z.string()).optional(),
    description: perAlert(z.string()).optional(),
    runbook: perAlert(z.string()).optional(),
    reference: perAlert(z.string()).optional(),
    destinations: perAlert(z.array(z.string()).max(10)).optional(),
    alertContext: perAlert(z.record(z.string(), z.unknown())).optional(),
    createAlert: z.boolean().optional(),
    exceptions: z.array(exception).optional(),
    threshold: threshold.optional(),
    firstSeen: z
      .strictObject({ key: fn, scope: fn.optional(), learn: duration, forget: duration })
      .optional(),
  })
  .refine((rule) => !isFunction(rule.severity) || rule.defaultSeverity !== undefined, {
    path: ["defaultSeverity"],
    message: "a severity function needs a defaultSeverity",
  })
  .refine(
    (rule) =>
      rule.dedup !== undefined || !(isFunction(rule.title) && (rule.title as () => string).length > 1),
    {
      path: ["dedup"],
      message: "a title that takes the window needs a dedup",
    },
  )
  .refine((rule) => rule.threshold === undefined || rule.firstSeen === undefined, {
    path: ["firstSeen"],
    message: "a rule has a threshold or firstSeen, not both",
  });
