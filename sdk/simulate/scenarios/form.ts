import type { Operation } from "../invocation-record.ts";
import { MODELS, type Model } from "../models.ts";
import { WANTED } from "./attack-models.ts";

/** An operation and a model: how a call is written. */
export interface Form {
  readonly operation: Operation;
  readonly model: Model;
}

const form = (operation: Operation, model: Model): Form => ({ operation, model });

/** The ways of calling that attacks choose from. Each is named after the operation and the model's family. */
export const FORMS = {
  converseClaude: form("Converse", MODELS.sonnet),
  converseHaiku: form("Converse", MODELS.haiku),
  converseNova: form("Converse", MODELS.novaPro),
  converseLlama: form("Converse", MODELS.llama),
  converseOpus: form("Converse", WANTED.opus4),
  converseStreamClaude: form("ConverseStream", MODELS.sonnet),
  converseStreamNova: form("ConverseStream", MODELS.novaLite),
  converseStreamOpus: form("ConverseStream", WANTED.opus41),
  invokeClaude: form("InvokeModel", MODELS.haiku),
  invokeSonnet: form("InvokeModel", MODELS.sonnet),
  invokeOpus: form("InvokeModel", WANTED.opus3),
  invokeClaude2: form("InvokeModel", WANTED.claude2),
  invokeNova: form("InvokeModel", MODELS.novaPro),
  invokeTitan: form("InvokeModel", MODELS.titanText),
  invokeLlama: form("InvokeModel", MODELS.llama),
  invokeMistral: form("InvokeModel", MODELS.mistral),
  invokeCohere: form("InvokeModel", WANTED.commandR),
  invokeChat: form("InvokeModel", WANTED.gptOss),
  streamClaude: form("InvokeModelWithResponseStream", MODELS.sonnet),
  streamOpus: form("InvokeModelWithResponseStream", WANTED.opus41),
  streamClaude2: form("InvokeModelWithResponseStream", WANTED.claude2),
  streamNova: form("InvokeModelWithResponseStream", MODELS.novaPro),
  streamTitan: form("InvokeModelWithResponseStream", MODELS.titanText),
  streamLlama: form("InvokeModelWithResponseStream", WANTED.llamaHuge),
  streamMistral: form("InvokeModelWithResponseStream", MODELS.mistral),
  streamCohere: form("InvokeModelWithResponseStream", WANTED.commandR),
  streamChat: form("InvokeModelWithResponseStream", WANTED.gptOss),
} as const satisfies Record<string, Form>;
