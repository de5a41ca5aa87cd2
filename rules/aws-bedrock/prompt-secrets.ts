import type { EventOf } from "caracal";
import { readings } from "caracal/bedrock";
import type { Secret } from "caracal/text";

/** The secrets in what is sent to a model: the last turn, what tools brought, and the system's text. */
export function promptSecrets(event: EventOf<"AWS.BedrockModelInvocation">): readonly Secret[] {
  const { lastTurn, toolResults, system } = readings(event);
  const all = [...lastTurn.secrets, ...toolResults.secrets, ...system.secrets];
  const order = ["high", "medium", "low"];
  return all.toSorted((one, other) => order.indexOf(one.risk) - order.indexOf(other.risk));
}
