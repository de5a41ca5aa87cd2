import { invocation, type SampleOf } from "caracal/testing";

type Differs = SampleOf<"AWS.BedrockModelInvocation">;
type Content = string | readonly string[];

const blocks = (content: Content) => [content].flat().map((text) => ({ text }));
const typed = (content: Content) => [content].flat().map((text) => ({ type: "text", text }));

/** A user's words, block by block, in a Converse call. */
export const asked = (content: Content, differs: Differs = {}) =>
  invocation({
    ...differs,
    input: { inputBodyJson: { messages: [{ role: "user", content: blocks(content) }] }, ...differs.input },
  });

/** The same in the body of Claude's own API. */
export const askedNatively = (content: Content, differs: Differs = {}) =>
  invocation({
    operation: "InvokeModel",
    ...differs,
    input: {
      inputBodyJson: {
        anthropic_version: "bedrock-2023-05-31",
        messages: [{ role: "user", content: typed(content) }],
      },
      ...differs.input,
    },
  });

/** The same as a prompt that is one text. */
export const prompted = (text: string, differs: Differs = {}) =>
  invocation({
    operation: "InvokeModel",
    modelId: "meta.llama3-70b-instruct-v1:0",
    ...differs,
    input: { inputBodyJson: { prompt: text, max_gen_len: 200 }, ...differs.input },
  });

/** What a tool brought back, in a Converse call. */
export const brought = (text: string, differs: Differs = {}) =>
  invocation({
    ...differs,
    input: {
      inputBodyJson: {
        messages: [
          { role: "user", content: [{ text: "What does the page say?" }] },
          { role: "assistant", content: [{ toolUse: { toolUseId: "t1", name: "fetch", input: {} } }] },
          { role: "user", content: [{ toolResult: { toolUseId: "t1", content: [{ text }] } }] },
        ],
      },
    },
  });

/** The same in the body of Claude's own API. */
export const broughtNatively = (text: string, differs: Differs = {}) =>
  invocation({
    operation: "InvokeModelWithResponseStream",
    ...differs,
    input: {
      inputBodyJson: {
        messages: [{ role: "user", content: [{ type: "tool_result", tool_use_id: "t1", content: text }] }],
      },
    },
  });

/** A system's text with a question. */
export const instructed = (system: string, question = "Where is my parcel?", differs: Differs = {}) =>
  invocation({
    ...differs,
    input: {
      inputBodyJson: {
        system: [{ text: system }],
        messages: [{ role: "user", content: [{ text: question }] }],
      },
    },
  });

/** The output of a Converse call that answers with a text. */
export const answering = (text: string, stopReason = "end_turn") => ({
  outputBodyJson: { output: { message: { role: "assistant", content: [{ text }] } }, stopReason },
});

/** The output of a streamed call of Claude's own API, in pieces. */
export const streaming = (pieces: readonly string[], stop_reason = "end_turn") => ({
  outputBodyJson: [
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    ...pieces.map((text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })),
    { type: "message_delta", delta: { stop_reason } },
    "[DONE]",
  ],
});

/** A Converse call that the model answers with a call of a tool. */
export const calling = (name: string, command: string, differs: Differs = {}) =>
  invocation({
    ...differs,
    output: {
      outputBodyJson: {
        output: {
          message: {
            role: "assistant",
            content: [{ toolUse: { toolUseId: "t1", name, input: { command } } }],
          },
        },
        stopReason: "tool_use",
      },
    },
  });

const piece = (partial_json: string) => ({
  type: "content_block_delta",
  index: 1,
  delta: { type: "input_json_delta", partial_json },
});

/** The same in a stream of Claude's own API, with the input cut in two. */
export const callingInPieces = (name: string, command: string, differs: Differs = {}) => {
  const input = JSON.stringify({ command });
  const cut = Math.floor(input.length / 2);
  return invocation({
    operation: "InvokeModelWithResponseStream",
    ...differs,
    output: {
      outputBodyJson: [
        {
          type: "content_block_start",
          index: 1,
          content_block: { type: "tool_use", id: "t1", name, input: {} },
        },
        piece(input.slice(0, cut)),
        piece(input.slice(cut)),
        { type: "message_delta", delta: { stop_reason: "tool_use" } },
      ],
    },
  });
};
