import type { EventOf } from "caracal";
import { caller, guardrail } from "caracal/bedrock";

/** Who called, and which policies of which guardrails stepped in: never what they found. */
export const toldFindings = (event: EventOf<"AWS.BedrockModelInvocation">) => {
  const { action, findings } = guardrail(event);
  const told = findings.map(({ policy, name, side, action: done, confidence }) =>
    [policy, name?.slice(0, 100) ?? "-", side, done, confidence ?? "-"].join(" "),
  );
  return {
    ...caller(event),
    action,
    guardrails: [...new Set(findings.map((finding) => finding.guardrail.slice(0, 100)))].slice(0, 10),
    findings: [...new Set(told)].slice(0, 20),
  };
};
