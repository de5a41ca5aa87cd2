import { type AnyRule, defineRule } from "caracal";

const BASE = { logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" } as const;

/** A rule of every kind; each looks at a part of the calls, and raises an alert now and then. */
export const STREAM_RULES: readonly AnyRule[] = [
  defineRule({
    ...BASE,
    id: "Stream.Count",
    detect: (event) => event.modelId < "custom.model-0000010",
    dedup: (event) => event.identity?.arn ?? "",
    threshold: { count: 6, within: "1h" },
  }),
  defineRule({
    ...BASE,
    id: "Stream.Unique",
    detect: (event) => (event.input?.inputTokenCount ?? 0) > 1_000,
    dedup: (event) => event.identity?.arn ?? "",
    threshold: { unique: (event) => event.modelId, atLeast: 12, within: "6h" },
  }),
  defineRule({
    ...BASE,
    id: "Stream.Sum",
    detect: () => true,
    dedup: (event) => event.identity?.arn ?? "",
    threshold: { sum: (event) => event.input?.inputTokenCount ?? 0, atLeast: 8_000, within: "1h" },
  }),
  defineRule({
    ...BASE,
    id: "Stream.Ratio",
    detect: (event) => event.modelId < "custom.model-0000010",
    dedup: (event) => event.identity?.arn ?? "",
    threshold: {
      ratio: (event) => event.modelId < "custom.model-0000004",
      above: 0.8,
      minimum: 5,
      within: "2h",
    },
  }),
  defineRule({
    ...BASE,
    id: "Stream.Baseline",
    detect: (event) => event.modelId < "custom.model-0000004",
    dedup: (event) => event.identity?.arn ?? "",
    dedupPeriod: "1h",
    threshold: { baseline: () => 1, factor: 2, floor: 4, history: "4d", warmUp: "1d", within: "1h" },
  }),
  defineRule({
    ...BASE,
    id: "Stream.FirstSeen",
    detect: () => true,
    firstSeen: { key: (event) => event.identity?.arn ?? "", learn: "1d", forget: "3d" },
    dedup: (event) => event.identity?.arn ?? "",
  }),
  defineRule({
    ...BASE,
    id: "Stream.Absence",
    detect: (event) => event.modelId === "custom.model-0000003",
    dedup: (event) => event.identity?.arn ?? "",
    threshold: { absence: "12h", minimum: 3, within: "1d" },
  }),
];
