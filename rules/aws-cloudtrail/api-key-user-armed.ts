import { defineRule } from "caracal";
import { account, outcome, textParameter } from "caracal/cloudtrail";
import { changeContext, did } from "./change.ts";
import { isApiKeyUser } from "./is-api-key-user.ts";

/** What gives a user other credentials than its API key. */
const CREDENTIALS = new Set(["CreateAccessKey", "CreateLoginProfile", "UpdateLoginProfile"]);

/** What gives a user other powers than its API key needs. */
const POWERS = new Set(["AddUserToGroup", "AttachUserPolicy", "PutUserPolicy"]);

/** The policies that AWS itself gives such users begin with it. */
const OWN_POLICIES = ":policy/AmazonBedrock";

export const apiKeyUserArmed = defineRule({
  id: "AWS.CloudTrail.BedrockApiKeyUserArmed",
  displayName: "The user of a Bedrock API key was given more",
  logTypes: ["AWS.CloudTrail"],
  severity: (event) => (outcome(event) === "done" ? "HIGH" : "MEDIUM"),
  defaultSeverity: "HIGH",
  reports: { "MITRE ATLAS": ["AML.T0012"], "MITRE ATT&CK": ["TA0003:T1098.001", "TA0004:T1098.003"] },
  description:
    "The user that AWS makes for a long-term Bedrock API key was given an access key, a password, a group or a policy beyond those for Amazon Bedrock. Nobody looks after such users, so they are a good place to hide. There is no ordinary reason for it.",
  runbook:
    "1. Ask who did it. 2. If nobody knows, delete the access key, the password and the policies, and then the user. 3. See in CloudTrail what the user and its maker did since.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  detect: (event) => {
    if (event.eventSource !== "iam.amazonaws.com") return false;
    if (!CREDENTIALS.has(event.eventName) && !POWERS.has(event.eventName)) return false;
    return (
      isApiKeyUser(textParameter(event, "userName")) &&
      !textParameter(event, "policyArn").includes(OWN_POLICIES)
    );
  },
  dedup: (event) => `${account(event)} ${textParameter(event, "userName")}`,
  title: (event) =>
    did(event, `gave ${textParameter(event, "userName").slice(0, 100)} more: ${event.eventName}`),
  alertContext: (event) => ({
    ...changeContext(event),
    user: textParameter(event, "userName").slice(0, 100),
    policy: textParameter(event, "policyArn").slice(0, 200),
  }),
});
