import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { toldSigns } from "./told-signs.ts";

export const promptInjection = defineRule({
  id: "AWS.Bedrock.PromptInjection",
  displayName: "A prompt orders a model to leave its instructions",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0051.000", "AML.T0056", "AML.T0068"] },
  description:
    "What a user said last orders the model to ignore its instructions, to tell them, or to take new ones: one order with a purpose, or two without within an hour. Disguises are undone first: invisible characters, letters of other alphabets, base64, cut words. Talk about injections (tickets, trainings, tests of a security team, quotations) is told from orders, but not always.",
  runbook:
    "1. See in the context which signs it were. 2. Read the prompt and the answer in the log's bucket: did the model obey? 3. Find in the application's own log which of its users wrote it. 4. If it worked, see what the model could reach: tools, documents, the system's text. 5. Add an exception for a security team that tests.",
  reference: "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
  detect: (event) => weightOf(readings(event).lastTurn.injections) > 0,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  threshold: { sum: (event) => weightOf(readings(event).lastTurn.injections), atLeast: 3, within: "1h" },
  title: (event) => `A prompt of ${principal(event).key} orders a model to leave its instructions`,
  alertContext: (event) => toldSigns(event, readings(event).lastTurn.injections),
  summaryAttributes: ["modelId", "operation"],
});
