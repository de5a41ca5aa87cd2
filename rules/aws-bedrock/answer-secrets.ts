import type { EventOf } from "caracal";
import { readings } from "caracal/bedrock";
import type { Secret } from "caracal/text";

/** The secrets in an answer that the user or a tool did not bring with the question. */
export function answerSecrets(event: EventOf<"AWS.BedrockModelInvocation">): readonly Secret[] {
  const { answer, lastTurn, toolResults } = readings(event);
  if (answer.secrets.length === 0) return [];
  const brought = [...lastTurn.secrets, ...toolResults.secrets].map(({ hash }) => hash);
  return answer.secrets.filter(({ hash }) => !brought.includes(hash));
}
