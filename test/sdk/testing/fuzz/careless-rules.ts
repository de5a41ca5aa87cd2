import {
  defineCorrelation,
  defineRule,
  type EventOf,
  type JsonObject,
  type JsonValue,
  type Severity,
  step,
} from "caracal";
import { model, principal, requestBody, toolCalls } from "caracal/bedrock";
import type { Detection } from "../../../../sdk/rule/step.ts";

type Call = EventOf<"AWS.BedrockModelInvocation">;

/** A body as careless code takes it to be. */
type Body = Record<string, never> & {
  readonly messages: readonly { readonly role: string; readonly content: readonly Part[] }[];
  readonly system?: readonly { readonly text: string }[];
  readonly usage: { readonly inputTokens: number };
  readonly stopReason?: string;
  readonly toolConfig: { readonly tools: readonly { readonly toolSpec: { readonly name: string } }[] };
};

interface Part {
  readonly text: string;
  readonly toolUse: { readonly name: string; readonly input: { readonly command: string } };
}

const bodyOf = (event: Call): Body => event.input?.inputBodyJson as unknown as Body;
const answerOf = (event: Call): Body => event.output!.outputBodyJson as unknown as Body;

const invocation = { logTypes: ["AWS.BedrockModelInvocation"] as const, severity: "LOW" as const };
const trail = { logTypes: ["AWS.CloudTrail"] as const, severity: "LOW" as const };
const BLOCKED = new Set(["guardrail_intervened", "content_filtered"]);

/** A rule with one careless access, and the function that it is in. */
export interface Careless {
  readonly rule: Detection;
  readonly call: string;
}

/** Each with one access to what may not be there, behind nothing, one condition, or several. */
export const CARELESS: Readonly<Record<string, Careless>> = {
  "an optional text": {
    call: "detect",
    rule: defineRule({ ...invocation, id: "T.1", detect: (event) => event.errorCode!.startsWith("Access") }),
  },
  "an optional object": {
    call: "detect",
    rule: defineRule({ ...invocation, id: "T.2", detect: (event) => event.identity!.arn !== undefined }),
  },
  "an optional object behind an operation": {
    call: "detect",
    rule: defineRule({
      ...invocation,
      id: "T.3",
      detect: (event) => event.operation === "Converse" && event.input!.inputTokenCount === 0,
    }),
  },
  "a title behind an operation and an error": {
    call: "title",
    rule: defineRule({
      ...invocation,
      id: "T.4",
      detect: (event) => event.operation === "InvokeModel" && event.errorCode === "AccessDeniedException",
      title: (event) => `denied by ${event.identity!.arn!.split(":")[4]}`,
    }),
  },
  "a context behind a body's shape": {
    call: "alertContext",
    rule: defineRule({
      ...invocation,
      id: "T.5",
      detect: (event) => Array.isArray(bodyOf(event)?.messages),
      alertContext: (event) => ({ first: bodyOf(event).messages[0]!.content[0]!.text }),
    }),
  },
  "a dedup behind a list": {
    call: "dedup",
    rule: defineRule({
      ...trail,
      id: "T.6",
      detect: (event) => (event.resources ?? []).length > 1,
      dedup: (event) => event.resources![1]!.ARN!.toLowerCase(),
    }),
  },
  "a severity behind two conditions that are read at once": {
    call: "severity",
    rule: defineRule({
      ...invocation,
      id: "T.7",
      defaultSeverity: "LOW",
      detect: () => true,
      severity: ({ operation, region, output }): Severity | "DEFAULT" =>
        operation === "ConverseStream" && region === "us-west-2" && output!.outputTokenCount! > 5
          ? "HIGH"
          : "DEFAULT",
    }),
  },
  "a tool's name, three lists deep": {
    call: "detect",
    rule: defineRule({
      ...invocation,
      id: "T.8",
      detect: (event) =>
        typeof bodyOf(event) === "object" &&
        bodyOf(event) !== null &&
        "toolConfig" in bodyOf(event) &&
        bodyOf(event).toolConfig?.tools?.[0]?.toolSpec?.name === "shell" &&
        bodyOf(event).messages.length > 0,
    }),
  },
  "a user of CloudTrail behind a source and a name": {
    call: "title",
    rule: defineRule({
      ...trail,
      id: "T.9",
      detect: (event) =>
        event.eventSource === "bedrock.amazonaws.com" && event.eventName.startsWith("Delete"),
      title: (event) => event.userIdentity!.sessionContext!.sessionIssuer!.userName!.toUpperCase(),
    }),
  },
  "a request's parameters behind a regular expression": {
    call: "alertContext",
    rule: defineRule({
      ...trail,
      id: "T.10",
      detect: (event) => /^(Put|Create)\w+Policy$/.test(event.eventName),
      alertContext: (event) => ({
        name: (event.requestParameters as { policyName: string }).policyName.trim(),
      }),
    }),
  },
  "a member of a set of stop reasons": {
    call: "title",
    rule: defineRule({
      ...invocation,
      id: "T.11",
      detect: (event) => BLOCKED.has((event.output?.outputBodyJson as Body | undefined)?.stopReason ?? ""),
      title: (event) => `stopped after ${answerOf(event).usage.inputTokens}`,
    }),
  },
  "a principal of a kind": {
    call: "description",
    rule: defineRule({
      ...invocation,
      id: "T.12",
      detect: (event) => principal(event).kind === "root",
      description: (event) => `of ${(event.requestMetadata as { team: string }).team}`,
    }),
  },
  "a sum behind a number": {
    call: "threshold.sum",
    rule: defineRule({
      ...invocation,
      id: "T.13",
      detect: (event) => (event.input?.inputTokenCount ?? 0) > 50_000,
      dedup: (event) => event.modelId,
      threshold: { sum: (event) => event.output!.outputTokenCount ?? 0, atLeast: 10 },
    }),
  },
  "the scope of what is seen first": {
    call: "firstSeen.scope",
    rule: defineRule({
      ...invocation,
      id: "T.14",
      detect: (event) => event.modelId.includes("claude") && event.modelId.endsWith("v2:0"),
      firstSeen: {
        key: (event) => event.modelId,
        scope: (event) => event.region!.slice(0, 2),
        learn: "1d",
        forget: "7d",
      },
    }),
  },
  "an exception's own access": {
    call: "exceptions.batch",
    rule: defineRule({
      ...invocation,
      id: "T.15",
      detect: (event) => event.errorCode === "ThrottlingException",
      exceptions: [
        {
          id: "batch",
          reason: "It is slow on purpose.",
          owner: "claims",
          expires: "2099-01-01",
          when: (event) => (event.requestMetadata as JsonObject)["team"] === "claims",
        },
      ],
    }),
  },
  "an element that is no object": {
    call: "detect",
    rule: defineRule({
      ...invocation,
      id: "T.16",
      detect: (event) => {
        const body = event.input?.inputBodyJson as { system?: JsonValue } | undefined;
        return Array.isArray(body?.system) && body.system.some((part: { text: string }) => part.text === "x");
      },
    }),
  },
  "text of JSON": {
    call: "detect",
    rule: defineRule({
      ...invocation,
      id: "T.17",
      detect: ({ output }) =>
        typeof output?.outputBodyJson === "string" &&
        output.outputBodyJson.startsWith("{") &&
        (JSON.parse(output.outputBodyJson) as { a?: string }).a === "b",
    }),
  },
  "a kind of body, behind a helper of the SDK": {
    call: "alertContext",
    rule: defineRule({
      ...invocation,
      id: "T.18",
      detect: (event) => requestBody(event).kind === "titan-text",
      alertContext: (event) => ({
        length: (event.input!.inputBodyJson as { inputText: string }).inputText.trim().length,
      }),
    }),
  },
  "a call of a tool, behind a helper of the SDK": {
    call: "title",
    rule: defineRule({
      ...invocation,
      id: "T.19",
      detect: (event) => toolCalls(event).some(({ name }) => name === "run_command"),
      title: (event) =>
        `${model(event).id} ran ${(answerOf(event) as unknown as { output: { message: Body["messages"][0] } }).output.message.content[0]!.toolUse.input.command.slice(0, 9)}`,
    }),
  },
  "two guards on one field, and a time of day": {
    call: "runbook",
    rule: defineRule({
      ...trail,
      id: "T.20",
      detect: (event) => event.eventTime.getUTCHours() >= 22 && event.readOnly === false,
      runbook: (event) => `Ask ${event.userIdentity!.userName!.trim()}`,
    }),
  },
  "a destination": {
    call: "destinations",
    rule: defineRule({
      ...trail,
      id: "T.21",
      detect: (event) => event.errorCode === "AccessDenied" && event.awsRegion !== "eu-central-1",
      destinations: (event) => [event.errorMessage!.includes("bedrock") ? "ai" : "cloud"],
    }),
  },
  "one of two log types": {
    call: "title",
    rule: defineRule({
      id: "T.22",
      severity: "LOW",
      logTypes: ["AWS.BedrockModelInvocation", "AWS.CloudTrail"],
      detect: () => true,
      title: (event) =>
        event.p_log_type === "AWS.CloudTrail" ? event.sourceIPAddress!.slice(0, 9) : event.modelId,
    }),
  },
  "an indicator": {
    call: "dedup",
    rule: defineRule({
      ...invocation,
      id: "T.23",
      detect: () => true,
      dedup: (event) => event.p_any_aws_arns![0]!,
    }),
  },
  "a title behind an indicator": {
    call: "title",
    rule: defineRule({
      ...trail,
      id: "T.26",
      detect: (event) => event.p_any_ip_addresses?.includes("203.0.113.7") === true,
      title: (event) => event.userIdentity!.userName!.trim(),
    }),
  },
  "a title behind a name and an indicator": {
    call: "title",
    rule: defineRule({
      ...trail,
      id: "T.27",
      detect: (event) =>
        event.eventName === "RunInstances" && event.p_any_ip_addresses?.includes("203.0.113.7") === true,
      title: (event) => event.userIdentity!.userName!.trim(),
    }),
  },
  "a title behind a part of an indicator": {
    call: "title",
    rule: defineRule({
      ...trail,
      id: "T.28",
      detect: (event) => event.p_any_aws_arns?.some((arn) => arn.endsWith("/breakglass")) === true,
      title: (event) => event.userIdentity!.userName!.trim(),
    }),
  },
  "a title behind an hour of the event": {
    call: "title",
    rule: defineRule({
      ...trail,
      id: "T.29",
      detect: (event) => event.p_event_time.getUTCHours() === 5 && event.p_event_time.getUTCDay() === 6,
      title: (event) => event.userIdentity!.userName!.trim(),
    }),
  },
};

const denied = defineRule({
  ...invocation,
  id: "T.Denied",
  detect: (event) => event.errorCode === "AccessDeniedException",
});
const deleted = defineRule({
  ...trail,
  id: "T.Deleted",
  detect: (event) => event.eventName === "DeleteTrail",
});

/** Correlations with one careless access each. */
export const CARELESS_CORRELATIONS: Readonly<Record<string, Careless>> = {
  "what the steps share": {
    call: "steps.deleted.by",
    rule: defineCorrelation({
      id: "T.24",
      severity: "LOW",
      order: "sequence",
      within: "1h",
      steps: {
        denied: step(denied, { by: (event) => event.accountId }),
        deleted: step(deleted, { by: (event) => event.userIdentity!.accountId! }),
      },
    }),
  },
  "a title of what a step tells": {
    call: "title",
    rule: defineCorrelation({
      id: "T.25",
      severity: "LOW",
      order: "any",
      within: "1h",
      steps: {
        denied: step(denied, {
          by: (event) => event.accountId,
          context: (event): { region?: string } => (event.region ? { region: event.region } : {}),
        }),
        deleted: step(deleted, { by: (event) => event.awsRegion }),
      },
      title: (steps, key) => `${key} in ${steps.denied.context.region!.toUpperCase()}`,
    }),
  },
};
