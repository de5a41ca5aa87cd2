import { defineRule } from "caracal";
import { answer, caller, principal, prompt } from "caracal/bedrock";
import { leakedLength } from "./leaked-length.ts";

export const systemPromptLeak = defineRule({
  id: "AWS.Bedrock.SystemPromptLeak",
  displayName: "A model told its system's text",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0056", "AML.T0069.002"] },
  description:
    "An answer holds 120 characters or more, word for word, of the beginning of the system's text, or nine tenths of a shorter one: what an application tells its model is told to its user. Texts of less than 80 characters are left alone. An application that has a model write or check prompts does it by right.",
  runbook:
    "1. Read in the log's bucket what was asked: it is most often an order to repeat what stands above. 2. See what the system's text holds that others should not know: keys, names, rules of business. 3. Replace what is secret; expect the rest to be known.",
  reference: "https://genai.owasp.org/llmrisk/llm072025-system-prompt-leakage/",
  detect: (event) => leakedLength(event) > 0,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  title: (event) => `A model told its system's text to ${principal(event).key}`,
  alertContext: (event) => ({
    ...caller(event),
    operation: event.operation,
    characters: leakedLength(event),
    ofSystem: prompt(event).system.length,
    ofAnswer: answer(event).text.length,
  }),
});
