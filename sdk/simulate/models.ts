/** Which native request and response format a model speaks. */
export type Family =
  | "anthropic"
  | "anthropic-text"
  | "chat"
  | "cohere-chat"
  | "cohere-embed"
  | "llama"
  | "mistral"
  | "nova"
  | "titan-image"
  | "titan-text";

export interface Model {
  /** What the log shows as `modelId`: a bare id, an inference profile id or an ARN. */
  readonly id: string;
  readonly family: Family;
  /** The regions that a cross-region profile may send a call to; one of them becomes `inferenceRegion`. */
  readonly served?: readonly string[];
}

const US = ["us-east-1", "us-east-2", "us-west-2"];
const EU = ["eu-central-1", "eu-west-1", "eu-north-1"];
const WORLD = ["us-east-2", "eu-west-3", "ap-northeast-1", "ap-southeast-4", "sa-east-1"];

/** The models that the company calls, by the name its engineers use. */
export const MODELS = {
  haikuOld: { id: "anthropic.claude-3-haiku-20240307-v1:0", family: "anthropic" },
  haiku: { id: "us.anthropic.claude-haiku-4-5-20251001-v1:0", family: "anthropic", served: US },
  haikuGlobal: { id: "global.anthropic.claude-haiku-4-5-20251001-v1:0", family: "anthropic", served: WORLD },
  sonnetOld: { id: "us.anthropic.claude-sonnet-4-20250514-v1:0", family: "anthropic", served: US },
  sonnet: { id: "us.anthropic.claude-sonnet-4-5-20250929-v1:0", family: "anthropic", served: US },
  sonnetProfile: {
    id: "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    family: "anthropic",
    served: US,
  },
  sonnetEuOld: { id: "eu.anthropic.claude-sonnet-4-20250514-v1:0", family: "anthropic", served: EU },
  sonnetEu: { id: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", family: "anthropic", served: EU },
  sonnetGlobal: {
    id: "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
    family: "anthropic",
    served: WORLD,
  },
  claimsProfile: {
    id: "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/k3f8w1zq0t7d",
    family: "nova",
    served: EU,
  },
  llama: { id: "us.meta.llama3-3-70b-instruct-v1:0", family: "llama", served: US },
  llamaSmall: { id: "meta.llama3-1-8b-instruct-v1:0", family: "llama" },
  mistral: { id: "mistral.mistral-large-2402-v1:0", family: "mistral" },
  mistralSmall: { id: "mistral.mistral-7b-instruct-v0:2", family: "mistral" },
  novaMicro: { id: "amazon.nova-micro-v1:0", family: "nova" },
  novaLite: { id: "amazon.nova-lite-v1:0", family: "nova" },
  novaPro: { id: "us.amazon.nova-pro-v1:0", family: "nova", served: US },
  titanText: { id: "amazon.titan-text-express-v1", family: "titan-text" },
  titanImage: { id: "amazon.titan-image-generator-v2:0", family: "titan-image" },
  cohereEmbed: { id: "cohere.embed-multilingual-v3", family: "cohere-embed" },
} as const satisfies Record<string, Model>;
