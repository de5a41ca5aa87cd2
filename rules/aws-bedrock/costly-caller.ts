import type { EventOf } from "caracal";
import { cost, modelName, principal } from "caracal/bedrock";

/**
 * Who called which model, where a million tokens of its output cost so many dollars; else nothing, which leaves the call
 * out of a correlation. A profile that hides its model is left out, since its price is a guess.
 */
export const costlyCaller =
  (from: number, below: number) => (event: EventOf<"AWS.BedrockModelInvocation">) => {
    const { outputPrice } = cost(event);
    const { line } = modelName(event);
    if (outputPrice < from || outputPrice >= below || line.includes("/")) return "";
    return [principal(event).key, line];
  };
