import { MODELS, type Model } from "../models.ts";

const US = ["us-east-1", "us-east-2", "us-west-2"];

/** Models that strangers ask for: dear ones, old ones, those of many makers. */
export const WANTED = {
  claude2: { id: "anthropic.claude-v2:1", family: "anthropic-text" },
  opus3: { id: "anthropic.claude-3-opus-20240229-v1:0", family: "anthropic" },
  opus4: { id: "us.anthropic.claude-opus-4-20250514-v1:0", family: "anthropic", served: US },
  opus41: { id: "us.anthropic.claude-opus-4-1-20250805-v1:0", family: "anthropic", served: US },
  sonnet35: { id: "anthropic.claude-3-5-sonnet-20240620-v1:0", family: "anthropic" },
  commandR: { id: "cohere.command-r-plus-v1:0", family: "cohere-chat" },
  gptOss: { id: "openai.gpt-oss-120b-1:0", family: "chat" },
  deepseek: { id: "us.deepseek.r1-v1:0", family: "chat", served: US },
  llamaHuge: { id: "meta.llama3-1-405b-instruct-v1:0", family: "llama" },
  novaPremier: { id: "us.amazon.nova-premier-v1:0", family: "nova", served: US },
  canvas: { id: "amazon.nova-canvas-v1:0", family: "titan-image" },
  reel: { id: "amazon.nova-reel-v1:1", family: "titan-image" },
} as const satisfies Record<string, Model>;

/** What a stolen key is tried on, the dearest first, as key checkers and enumeration scripts have them. */
export const CATALOGUE: readonly Model[] = [
  WANTED.opus41,
  WANTED.opus4,
  WANTED.opus3,
  WANTED.sonnet35,
  MODELS.sonnet,
  MODELS.sonnetOld,
  MODELS.haiku,
  MODELS.haikuOld,
  WANTED.claude2,
  WANTED.llamaHuge,
  MODELS.llama,
  MODELS.mistral,
  WANTED.commandR,
  WANTED.deepseek,
  WANTED.gptOss,
  WANTED.novaPremier,
  MODELS.novaPro,
  MODELS.titanText,
];
