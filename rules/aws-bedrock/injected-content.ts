import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { toldSigns } from "./told-signs.ts";

export const injectedContent = defineRule({
  id: "AWS.Bedrock.InjectedContent",
  displayName: "A tool or document gives orders to the model",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0051.001", "AML.T0070", "AML.T0099"] },
  description:
    "What a tool, a search or a document brought orders the model to ignore its instructions, to act behind the user's back, or to send something away. Nobody who writes an honest document speaks to a model like that; pages about such attacks are told from orders, but not always.",
  runbook:
    "1. Find the document or the tool's result in the log's bucket. 2. See what the model did next, above all which tools it called. 3. Take the document out of the index or block its source. 4. Undo what the model did.",
  reference: "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
  detect: (event) => weightOf(readings(event).toolResults.injections) === 3,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  title: (event) => `A tool or document gives orders to a model that ${principal(event).key} calls`,
  alertContext: (event) => toldSigns(event, readings(event).toolResults.injections),
  summaryAttributes: ["modelId", "operation"],
});
