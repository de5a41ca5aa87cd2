import { defineCorrelation, defineRule, type EventOf, step, without } from "caracal";
import { errorClass, isClientError, model, principal, tokens } from "caracal/bedrock";

/** Rules of every measure, each with a `detect` of another form. Made up. */

const logTypes = ["AWS.BedrockModelInvocation"] as const;

export const parts = defineRule({
  id: "Test.Parts",
  logTypes,
  severity: "LOW",
  detect: (event) =>
    event.operation === "Converse" && model(event).id.includes("opus") && event.errorCode === undefined,
});

export const statements = defineRule({
  id: "Test.Statements",
  logTypes,
  severity: "LOW",
  detect: (event) => {
    if (event.region === "eu-central-1") return false;
    const { account } = principal(event);
    const isForeign = account !== undefined && account !== event.accountId;
    return !(isForeign || event.errorCode !== undefined);
  },
});

export const named = defineRule({
  id: "Test.Named",
  logTypes,
  severity: "LOW",
  detect: isClientError,
});

const ROLES = ["admin", "root", "break-glass"];

export const lists = defineRule({
  id: "Test.Lists",
  logTypes,
  severity: "LOW",
  detect: (event) => ROLES.some((role) => principal(event).name === role),
});

export const looping = defineRule({
  id: "Test.Looping",
  logTypes,
  severity: "LOW",
  detect: (event) => {
    for (let at = 0; at < 10_000; at++) if (event.accountId === String(at)) return true;
    return event.region === "us-east-1" && event.errorCode === undefined;
  },
});

interface Body {
  readonly messages: readonly { readonly role: string }[];
}

const bodyOf = (event: EventOf<"AWS.BedrockModelInvocation">) =>
  event.input?.inputBodyJson as unknown as Body;

export const throwing = defineRule({
  id: "Test.Throwing",
  logTypes,
  severity: "LOW",
  detect: (event) => event.modelId !== undefined && bodyOf(event).messages.length > 3,
});

export const notBoolean = defineRule({
  id: "Test.NotBoolean",
  logTypes,
  severity: "LOW",
  detect: (event) => (event.errorCode ?? event.region) as unknown as boolean,
});

export const changing = defineRule({
  id: "Test.Changing",
  logTypes,
  severity: "LOW",
  detect: (event) => {
    (event as { region?: string }).region = "elsewhere";
    return true;
  },
});

export const excepted = defineRule({
  id: "Test.Excepted",
  logTypes,
  severity: "LOW",
  detect: (event) => event.operation === "Converse",
  exceptions: [
    {
      id: "load-test",
      reason: "they know",
      owner: "platform",
      expires: "2026-12-31",
      when: (event) => principal(event).name === "load-test",
    },
  ],
});

export const counted = defineRule({
  id: "Test.Counted",
  logTypes,
  severity: "HIGH",
  detect: (event) => errorClass(event) === "access",
  dedup: (event) => principal(event).key,
  threshold: { count: 4, within: "15m" },
  title: (event) => `Denied: ${principal(event).key}`,
});

export const unique = defineRule({
  id: "Test.Unique",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { unique: (event) => model(event).id, atLeast: 3, within: "15m" },
});

export const summed = defineRule({
  id: "Test.Summed",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.identity?.arn ?? "nobody",
  threshold: { sum: (event) => tokens(event).total, atLeast: 2_000_000, within: "1h" },
});

export const ratio = defineRule({
  id: "Test.Ratio",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { ratio: (event) => event.errorCode !== undefined, above: 0.5, minimum: 10, within: "1h" },
});

export const baseline = defineRule({
  id: "Test.Baseline",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { baseline: () => 1, factor: 3, floor: 5, warmUp: "7d", within: "1h" },
});

export const silent = defineRule({
  id: "Test.Silent",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.accountId,
  threshold: { absence: "1h" },
});

export const firstSeen = defineRule({
  id: "Test.FirstSeen",
  logTypes,
  severity: "MEDIUM",
  detect: () => true,
  firstSeen: {
    key: (event) => principal(event).key,
    scope: (event) => event.accountId,
    learn: "7d",
    forget: "90d",
  },
});

export const firstUse = defineRule({
  id: "Test.FirstUse",
  logTypes,
  severity: "LOW",
  detect: () => true,
  firstSeen: { key: (event) => [principal(event).key, event.modelId], learn: "7d", forget: "90d" },
});

export const signal = defineRule({
  id: "Test.Signal",
  logTypes,
  severity: "INFO",
  createAlert: false,
  detect: (event) => errorClass(event) === undefined,
});

export const probedThenUsed = defineCorrelation({
  id: "Test.ProbedThenUsed",
  severity: "HIGH",
  order: "sequence",
  within: "1h",
  steps: {
    denied: step(counted, { by: (event) => principal(event).key, atLeast: 2 }),
    used: step(signal, { by: (event) => principal(event).key }),
  },
});

export const usedAlone = defineCorrelation({
  id: "Test.UsedAlone",
  severity: "HIGH",
  order: "sequence",
  within: "1h",
  steps: {
    used: step(signal, { by: (event) => event.accountId }),
    denied: without(counted, { by: (event) => event.accountId, within: "30m" }),
  },
});

export const alertThenUsed = defineCorrelation({
  id: "Test.AlertThenUsed",
  severity: "HIGH",
  order: "any",
  within: "1h",
  steps: {
    alert: step(counted, { by: (event) => principal(event).key, on: "alert" }),
    used: step(signal, { by: (event) => principal(event).key }),
  },
});

export const optional = defineRule({
  id: "Test.Optional",
  logTypes,
  severity: "LOW",
  detect: (event) => event.identity?.arn !== undefined && event.output?.outputTokenCount !== undefined,
});

export const any = defineRule({
  id: "Test.Any",
  logTypes,
  severity: "LOW",
  detect: () => true,
});

export const slowlySilent = defineRule({
  id: "Test.SlowlySilent",
  logTypes,
  severity: "HIGH",
  detect: () => true,
  dedup: (event) => event.accountId,
  dedupPeriod: "1d",
  threshold: { absence: "1h" },
});

export const probedByRole = defineCorrelation({
  id: "Test.ProbedByRole",
  severity: "HIGH",
  order: "sequence",
  within: "1h",
  steps: {
    denied: step(counted, { by: (event) => event.identity?.arn ?? "" }),
    used: step(signal, { by: (event) => event.accountId }),
  },
});

export const usedBetween = defineCorrelation({
  id: "Test.UsedBetween",
  severity: "HIGH",
  order: "sequence",
  within: "1h",
  steps: {
    used: step(signal, { by: (event) => event.accountId }),
    denied: without(counted, { by: (event) => event.accountId }),
    again: step(signal, { by: (event) => event.accountId, atLeast: 2 }),
  },
});
