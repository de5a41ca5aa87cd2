import type { JsonObject } from "../event/index.ts";

/**
 * The calls that an answer's text holds as XML, which agents without tools of the model's own ask it to write. Their
 * input is text. The time is linear in the text, whatever stands in it.
 *
 * @example
 * writtenCalls("<invoke><tool_name>bash</tool_name><parameters>ls</parameters></invoke>")[0]?.name; // "bash"
 * writtenCalls('<invoke name="bash"><parameter name="command">ls</parameter></invoke>')[0]?.name; // "bash"
 */
export function writtenCalls(text: string): readonly JsonObject[] {
  if (!text.includes("<invoke")) return [];
  const [, ...starts] = text.split("<invoke");
  return starts.flatMap((start) => {
    const [call = ""] = start.split("</invoke>", 1);
    const [before, after] = call.includes("<tool_name>") ? ["<tool_name>", "</tool_name>"] : ['name="', '"'];
    const from = call.indexOf(before) + before.length;
    const to = call.indexOf(after, from);
    if (from < before.length || to < 0) return [];
    return { name: call.slice(from, to).trim(), input: call.slice(to + after.length) };
  });
}
