import { z } from "zod";
import { isJsonObject } from "../base/json.ts";
import { ruleMetadata } from "./rule-metadata.ts";

const {
  id,
  displayName,
  enabled,
  tags,
  reports,
  status,
  createAlert,
  severity,
  defaultSeverity,
  dedupPeriod,
  title,
  description,
  runbook,
  reference,
  destinations,
  alertContext,
  detect: fn,
} = ruleMetadata.shape;

const duration = dedupPeriod.unwrap();
const atLeast = z.int().positive();
const rule = z.custom<object>(isRule, "expected what defineRule or defineCorrelation returned");

const step = z.strictObject({
  rule,
  by: fn,
  on: z.enum(["match", "alert"]).optional(),
  atLeast: atLeast.optional(),
  distinct: z.strictObject({ of: fn, atLeast }).optional(),
  context: fn.optional(),
  absent: z.undefined().optional(),
});

/** Whether a step waits for alerts of what raises none. */
function isForNothing({ rule: over, on }: { readonly rule: object; readonly on?: unknown }): boolean {
  return on === "alert" && "createAlert" in over && over.createAlert === false;
}

const absence = z.strictObject({ rule, by: fn, within: duration.optional(), absent: z.literal(true) });

/** Other keys would not keep their order. */
const NAME = /^[a-z]\w*$/i;
const byName = z.custom<object>(
  (value) => isJsonObject(value) && Object.keys(value).every((name) => NAME.test(name)),
  "expected steps by names that begin with a letter, then letters, digits and _",
);

const steps = byName
  .pipe(
    z.record(z.string(), z.discriminatedUnion("absent", [step, absence], "expected step(…) or without(…)")),
  )
  .refine((all) => Object.values(all).some(({ absent }) => absent === undefined), {
    message: "expected at least one step that is not absent",
  });

/** What must be true of a correlation whoever wrote it, types or not. */
export const correlationMetadata = z
  .strictObject({
    id,
    displayName,
    enabled,
    tags,
    reports,
    status,
    createAlert,
    severity,
    defaultSeverity,
    order: z.enum(["sequence", "any"]),
    within: duration,
    dedupPeriod,
    steps,
    title,
    description,
    runbook,
    reference,
    destinations,
    alertContext,
  })
  .refine((said) => typeof said.severity !== "function" || said.defaultSeverity !== undefined, {
    path: ["defaultSeverity"],
    message: "a severity function needs a defaultSeverity",
  })
  .superRefine((said, context) => {
    for (const [name, own] of Object.entries(said.steps))
      if (own.absent === undefined && isForNothing(own)) {
        const message =
          'its rule has createAlert: false, so there are no alerts to wait for; use on: "match"';
        context.addIssue({ code: "custom", path: ["steps", name, "on"], message });
      }
    if (said.order !== "sequence") return;
    const inOrder = Object.entries(said.steps);
    for (const [at, [name, own]] of inOrder.entries()) {
      if (own.absent === undefined) continue;
      const refuse = (message: string) =>
        context.addIssue({ code: "custom", path: ["steps", name], message });
      if (inOrder[at - 1]?.[1].absent === true) refuse("an absence cannot follow another");
      if (at > 0 && at < inOrder.length - 1 && own.within !== undefined)
        refuse("an absence between two steps lasts from one to the other, and has no within");
    }
  });

/** A step's rule is not looked into when it is a correlation: that was done when it was defined. */
function isRule(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  if ("steps" in value) return typeof value.id === "string" && isJsonObject(value.steps);
  return ruleMetadata.safeParse(value).success;
}
