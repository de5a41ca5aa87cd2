import type { EventOf } from "caracal";
import { readings, toolCalls } from "caracal/bedrock";
import { toldSigns } from "./told-signs.ts";

/** Who called, which tools the model asks for, and which commands: never what it calls them with. */
export const toldCalls = (event: EventOf<"AWS.BedrockModelInvocation">) => ({
  ...toldSigns(event, readings(event).toolCalls.commands),
  tools: [...new Set(toolCalls(event).map(({ name }) => name.slice(0, 100)))].slice(0, 20),
});
