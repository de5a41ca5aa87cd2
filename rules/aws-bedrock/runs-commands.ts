import type { EventOf } from "caracal";
import { toolCalls } from "caracal/bedrock";

/** Tools that write a file and run nothing: what they write names commands all day. */
const WRITES = /(?:write|edit|create|replace|patch|insert|update|append|save|notebook|comment|todo|memory)/i;

/** Whether the model asks for a tool that may run a command. */
export function runsCommands(event: EventOf<"AWS.BedrockModelInvocation">): boolean {
  return toolCalls(event).some(({ name }) => !WRITES.test(name.slice(0, 100)));
}
