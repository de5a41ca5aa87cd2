import type { JsonObject } from "../../base/json.ts";
import type { NewFiles } from "./write-new-files.ts";

const RULE = `import { defineRule } from "caracal";
import { model, principal } from "caracal/bedrock";

export default defineRule({
  id: "Example.Bedrock.ModelProbing",
  displayName: "Somebody tries out which Bedrock models they may use",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATT&CK": ["TA0007:T1526"] },
  description: "One principal was denied access to several models within a quarter of an hour.",
  runbook:
    "1. See in the context who it was, and ask them. 2. Look for calls of the same principal that succeeded. 3. If nobody knows of it, disable the access key or revoke the role's sessions.",
  detect: (event) => event.errorCode === "AccessDeniedException",
  dedup: (event) => principal(event).key,
  threshold: { unique: (event) => model(event).id, atLeast: 5, within: "15m" },
  title: (event, window) => \`\${principal(event).key} was denied \${window.value} models\`,
  alertContext: (event) => ({
    principal: principal(event).key,
    lastModel: model(event).id,
    region: event.region,
  }),
  summaryAttributes: ["modelId"],
});
`;

const TEST = `import { invocation, timeline } from "caracal/testing";
import { test } from "vitest";
import modelProbing from "../../../rules/example-bedrock/model-probing.ts";

const denied = (modelId: string) => invocation({ modelId, errorCode: "AccessDeniedException" });

test("the fifth model within a quarter of an hour raises an alert", () => {
  timeline(modelProbing, "2026-03-02T09:00:00Z")
    .at("+0s", denied("amazon.nova-lite-v1:0"))
    .at("+3m", denied("amazon.nova-micro-v1:0"))
    .at("+6m", denied("amazon.nova-pro-v1:0"))
    .at("+9m", denied("meta.llama3-8b-instruct-v1:0"))
    .expectNothing()
    .at("+14m", denied("meta.llama3-70b-instruct-v1:0"))
    .expectAlert({ severity: "MEDIUM", eventCount: 5, createdAt: "+14m" });
});

test("one model that is denied again and again raises nothing", () => {
  timeline(modelProbing, "2026-03-02T09:00:00Z")
    .every("10s", 50, denied("amazon.nova-pro-v1:0"))
    .expectNothing();
});
`;

/** Who calls what, and how long after the first call, in seconds; the tester is denied, the other let through. */
const CALLS: readonly (readonly [seconds: number, user: string, model: string])[] = [
  [0, "claims-summary", "amazon.nova-lite-v1:0"],
  [95, "sandbox-tester", "amazon.nova-lite-v1:0"],
  [97, "sandbox-tester", "amazon.nova-pro-v1:0"],
  [100, "sandbox-tester", "meta.llama3-8b-instruct-v1:0"],
  [101, "claims-summary", "amazon.nova-lite-v1:0"],
  [104, "sandbox-tester", "meta.llama3-70b-instruct-v1:0"],
  [109, "sandbox-tester", "mistral.mistral-large-2402-v1:0"],
  [112, "sandbox-tester", "cohere.command-r-v1:0"],
  [180, "claims-summary", "amazon.nova-lite-v1:0"],
];

const START = Date.UTC(2026, 2, 2, 9, 0, 0);

function record([seconds, user, modelId]: (typeof CALLS)[number], at: number): JsonObject {
  const isDenied = user === "sandbox-tester";
  return {
    schemaType: "ModelInvocationLog",
    schemaVersion: "1.0",
    timestamp: new Date(START + seconds * 1_000).toISOString().replace(".000Z", "Z"),
    accountId: "111122223333",
    identity: { arn: `arn:aws:iam::111122223333:user/${user}` },
    region: "eu-central-1",
    requestId: `00000000-0000-4000-8000-${String(at + 1).padStart(12, "0")}`,
    operation: "Converse",
    modelId,
    ...(isDenied && { errorCode: "AccessDeniedException" }),
    input: { inputContentType: "application/json", inputTokenCount: isDenied ? 0 : 420 },
    output: { outputContentType: "application/json", outputTokenCount: isDenied ? 0 : 96 },
  };
}

/** A rule, its test, and a log of a few minutes in which it raises one alert. */
export const EXAMPLE_FILES: NewFiles = {
  "rules/example-bedrock/model-probing.ts": RULE,
  "test/rules/example-bedrock/model-probing.test.ts": TEST,
  "fixtures/bedrock.ndjson": CALLS.map((call, at) => `${JSON.stringify(record(call, at))}\n`).join(""),
};
