import type { JsonObject } from "../../base/json.ts";
import { invocation, trailEvent } from "../../testing/samples.ts";

/** What a draft of a rule needs to know of the log type that the rule is over. */
export interface Subject {
  readonly logType: string;
  /** Whether AWS writes the log, so that it is known what AWS chooses in it. */
  readonly isOfAws?: boolean;
  /** What the rule imports beside `defineRule`. */
  readonly imports?: string;
  /** Who an event is about, as the rule says it. Absent: nothing in the event tells. */
  readonly who?: string;
  /** What the alert's context says beside that, as the rule says it. */
  readonly context: Readonly<Record<string, string>>;
  readonly summaryAttributes: readonly string[];
  readonly reports?: Readonly<Record<string, readonly string[]>>;
  /** Fields to detect by, the most telling first. */
  readonly fields: readonly string[];
  /** The texts that fields can be, where the schema lists them. */
  readonly listed?: Readonly<Record<string, readonly string[]>>;
  /** The field that says how something failed, and is not there where it went well. */
  readonly error?: string;
  /** Absent where the schema does not tell what a record must look like. */
  readonly starter?: Starter;
  readonly sample: SampleFunction;
}

/** What a rule starts from that has no sample. */
export interface Starter {
  readonly record: JsonObject;
  readonly fields: readonly string[];
  /** How many of them within ten minutes raise an alert. Default: each does. */
  readonly count?: number;
}

/** How a test makes a record of the log type. */
export interface SampleFunction {
  /** The function of `caracal/testing` that makes it of what differs from an ordinary record. */
  readonly name: "invocation" | "trailEvent" | "sample";
  readonly ordinary: JsonObject;
  /** The log type of one's own that the function takes before the record: its name in its generated file. */
  readonly own?: { readonly name: string; readonly file: string };
}

/** In use by somebody else, or for something else, than it was made for: valid cloud accounts. */
const ACCOUNT_IN_USE = "TA0001:T1078.004";

const BEDROCK: Subject = {
  logType: "AWS.BedrockModelInvocation",
  isOfAws: true,
  imports: 'import { model, principal } from "caracal/bedrock";',
  who: "principal(event).key",
  context: { operation: "event.operation", model: "model(event).id", region: "event.region" },
  summaryAttributes: ["modelId", "operation"],
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": [ACCOUNT_IN_USE] },
  fields: ["errorCode", "operation", "modelId"],
  error: "errorCode",
  starter: { record: invocation({ errorCode: "AccessDeniedException" }), fields: ["errorCode"], count: 5 },
  sample: { name: "invocation", ordinary: invocation() },
};

const CLOUD_TRAIL: Subject = {
  logType: "AWS.CloudTrail",
  isOfAws: true,
  who: 'event.userIdentity?.arn ?? "unknown"',
  context: {
    eventName: "event.eventName",
    sourceIPAddress: "event.sourceIPAddress",
    region: "event.awsRegion",
  },
  summaryAttributes: ["eventName", "awsRegion"],
  reports: { "MITRE ATT&CK": [ACCOUNT_IN_USE] },
  fields: ["eventSource", "eventName", "errorCode"],
  error: "errorCode",
  starter: {
    record: trailEvent({ eventName: "DeleteModelInvocationLoggingConfiguration", readOnly: false }),
    fields: ["eventSource", "eventName", "errorCode"],
  },
  sample: { name: "trailEvent", ordinary: trailEvent() },
};

/** What is known of the log types that come with Caracal. */
export const KNOWN_SUBJECTS: readonly Subject[] = [BEDROCK, CLOUD_TRAIL];
