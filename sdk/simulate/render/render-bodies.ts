import type { Bodies, Call } from "../call.ts";
import type { Exchange } from "../exchange.ts";
import type { Family } from "../models.ts";
import type { Random } from "../random.ts";
import { anthropic, anthropicStream } from "./anthropic.ts";
import { chat, chatStream } from "./chat.ts";
import { cohere, cohereStream } from "./cohere.ts";
import { converse } from "./converse.ts";
import { embeddings, media } from "./media.ts";
import { nova, novaStream } from "./nova.ts";
import { ONE_TEXT, ONE_TEXT_STREAMS } from "./one-text.ts";
import type { Writer } from "./writer.ts";

const NATIVE: Readonly<Record<Family, Writer>> = {
  ...ONE_TEXT,
  anthropic,
  chat,
  "cohere-chat": cohere,
  "cohere-embed": embeddings,
  nova,
  "titan-image": media,
};

/** Vectors and media come in one piece. */
const STREAMS: Readonly<Record<Family, Writer>> = {
  ...NATIVE,
  ...ONE_TEXT_STREAMS,
  anthropic: anthropicStream,
  chat: chatStream,
  "cohere-chat": cohereStream,
  nova: novaStream,
};

/** Streams end with this where the model's maker has it so, and now and then elsewhere. */
const DONE = "[DONE]";

/**
 * Writes an exchange in the form of its call's operation and model family: what the request was, and what came back.
 *
 * @example
 * renderBodies(call, { prompt: "Which gate is open?", answer: "Gate 3." }, random);
 */
export function renderBodies(call: Call, exchange: Exchange, random: Random): Bodies {
  const { operation, model } = call;
  if (operation === "Converse" || operation === "ConverseStream") return converse(call, exchange, random);
  const writer = needsChat(call, exchange) ? { whole: chat, stream: chatStream } : undefined;
  if (operation !== "InvokeModelWithResponseStream") {
    return (writer?.whole ?? NATIVE[model.family])(call, exchange, random);
  }
  const { input, output } = (writer?.stream ?? STREAMS[model.family])(call, exchange, random);
  const isDone = Array.isArray(output) && (model.family === "chat" || random.chance(0.2));
  return { input, output: isDone ? [...(output as unknown[]), DONE] : output };
}

/** Mistral's models know tools in their chat form alone. */
const needsChat = ({ model }: Call, { offered, toolCalls, toolResults }: Exchange): boolean =>
  model.family === "mistral" && (offered ?? toolCalls ?? toolResults) !== undefined;
