import { defineRule, type EventOf } from "caracal";
import { caller, errorClass, modelName, principal, prompt, promptShape } from "caracal/bedrock";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;

/** Longer prompts are left out: whoever asks by the thousand asks short questions, and documents are of applications. */
const LONGEST = 800;

/** One of 256 for each shape: a group for each would be as many as there are prompts, and fifty do not meet by chance. */
const drawer = (event: Invocation) => Number.parseInt(promptShape(event), 36) % 256;

export const nearIdenticalPrompts = defineRule({
  id: "AWS.Bedrock.NearIdenticalPrompts",
  displayName: "A principal asks nearly the same again and again",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event, { count }) => (principal(event).kind === "role" && count < 150 ? "INFO" : "DEFAULT"),
  defaultSeverity: "MEDIUM",
  reports: { "MITRE ATLAS": ["AML.T0024.000", "AML.T0024.002"] },
  description:
    "A principal sent fifty prompts of up to 800 characters within an hour that are the same but for numbers or a word, and did not do so at that time of day before. A model is copied, and asked for what it was trained with, by many such prompts. Applications with templates have sent them from day one; for roles it is INFO below 150, since a release may change the template, and load tests and evaluations send a few prompts many times. Texts to embed do not count. A person's script that goes through a table is a known false positive.",
  runbook:
    "1. Look at some of the prompts in the log: what is it that changes from one to the next? 2. Ask the principal's owner for a script, an evaluation or a release with a new template. 3. If somebody tries out members of the training data, or gathers answers by the thousand, disable the key or revoke the role's sessions, and set a quota.",
  detect: (event) =>
    errorClass(event) === undefined &&
    !modelName(event).name.includes("embed") &&
    prompt(event).lastTurn.length <= LONGEST &&
    promptShape(event) !== "",
  dedup: (event) => `${principal(event).key} ${drawer(event)}`,
  dedupPeriod: "6h",
  threshold: { baseline: () => 1, factor: 4, floor: 50, history: "7d", warmUp: "1m", within: "1h" },
  title: (event, { count }) => `${count} nearly identical prompts within an hour by ${principal(event).key}`,
  alertContext: (event, { count, usual, firstEventTime }) => ({
    ...caller(event),
    shape: promptShape(event),
    prompts: count,
    usual,
    since: firstEventTime,
  }),
  summaryAttributes: ["modelId", "operation", "region"],
});
