import { expect, test } from "vitest";
import { isRefusal } from "../../../sdk/text/index.ts";

test.each([
  "I can't help with that.",
  "I’m sorry, but I can’t provide that.",
  "I cannot provide any information about that.",
  "I must decline this request.",
  "I'm not able to help with that.",
  "I apologize, but I cannot fulfill this request.",
  "As an AI language model, I cannot write that.",
  "Ich kann dabei nicht helfen.",
  "Tut mir leid, dabei kann ich nicht helfen.",
  "Je ne peux pas vous aider avec cela.",
  "Lo siento, pero no puedo ayudar con eso.",
  "Desculpe, mas não posso ajudar.",
  "Mi dispiace, ma non posso aiutarti.",
  "申し訳ありませんが、お手伝いできません。",
])("%s is a refusal", (text) => expect(isRefusal(text)).toBe(true));

test.each([
  "I can help with that.",
  "I cannot find the order 1234 in the system.",
  "I'm sorry to hear about the delay. Your parcel arrives on Tuesday.",
  "I'm unable to access the file.",
  "Lo siento por el retraso; aquí está el informe.",
  "Tut mir leid, dass das Paket zu spät kam. Es kommt morgen.",
  "Ich kann Ihnen das gern erklären.",
  `${"Here is the answer. ".repeat(20)}I can't help with that.`,
])("%s is none", (text) => expect(isRefusal(text)).toBe(false));
