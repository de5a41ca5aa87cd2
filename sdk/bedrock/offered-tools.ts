import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import type { JsonValue } from "../event/index.ts";
import { at, listAt, textAt } from "./at.ts";
import { perEvent } from "./per-event.ts";

/** A tool that the model may ask for. */
export interface OfferedTool {
  /** Empty when the request gives none. */
  readonly name: string;
  /** What the model is told about it, which may come from elsewhere: do not trust it. */
  readonly description: string;
}

/**
 * The tools that the request offers the model: `toolConfig.tools[].toolSpec`, `tools[]`, `tools[].function`, and
 * those of `additionalModelRequestFields`.
 *
 * @example
 * offeredTools(event).map(({ name }) => name); // ["find_shipment", "book_slot"]
 */
export const offeredTools: (event: AwsBedrockModelInvocation) => readonly OfferedTool[] = perEvent(
  (event) => {
    const body = event.input?.inputBodyJson;
    const holders = [body, at(body, "toolConfig"), at(body, "additionalModelRequestFields")];
    return holders.flatMap((holder) => listAt(holder, "tools").map(offered));
  },
);

function offered(tool: JsonValue): OfferedTool {
  const spec = at(tool, "toolSpec") ?? at(tool, "systemTool") ?? at(tool, "function") ?? tool;
  const name = textAt(spec, "name") ?? "";
  return Object.freeze({ name, description: textAt(spec, "description") ?? "" });
}
