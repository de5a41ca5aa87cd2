import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { parseArn } from "./arn.ts";
import { perEvent } from "./per-event.ts";

/** Which model a call asked for. */
export interface Model {
  /**
   * The model's own id, however the caller named it: `anthropic.claude-3-haiku-20240307-v1:0`. An ARN that hides its
   * model keeps the end that tells it from others: `application-inference-profile/k3f8w1zq0t7d`. `unknown` when absent.
   */
  readonly id: string;
  /** The first word of the model's name: `claude`, `nova`, `titan`, `llama`, `command`; else `unknown`. */
  readonly family: string;
  /** Who made it, as the id says: `anthropic`, `amazon`, `meta`; else `unknown`. */
  readonly provider: string;
  /** The geography of a cross-region inference profile: `us`, `eu`, `global`. */
  readonly profile: string | undefined;
}

/** What ids of system-defined inference profiles begin with. */
const GEOGRAPHIES = new Set(["us", "us-gov", "eu", "apac", "jp", "au", "ca", "global"]);

/** Families that are not called by the first word of the name. */
const FAMILIES = new Map([
  ["ai21.j", "jurassic"],
  ["deepseek.r", "deepseek"],
  ["deepseek.v", "deepseek"],
  ["stability.sd", "stable-diffusion"],
  ["stability.stable", "stable-diffusion"],
]);

/**
 * Which model a call asked for, from `modelId`.
 *
 * | `modelId` | `id` | `profile` |
 * |---|---|---|
 * | `meta.llama3-8b-v1:0` | `meta.llama3-8b-v1:0` | |
 * | `us.meta.llama3-8b-v1:0` | `meta.llama3-8b-v1:0` | `us` |
 * | `arn:aws:bedrock:REGION::foundation-model/meta.llama3-8b-v1:0` | `meta.llama3-8b-v1:0` | |
 * | `arn:aws:bedrock:REGION:A:inference-profile/us.meta.llama3-8b-v1:0` | `meta.llama3-8b-v1:0` | `us` |
 * | `arn:aws:bedrock:REGION:A:KIND/ID`, any other kind | `KIND/ID` | |
 *
 * The last row is for application inference profiles, provisioned, custom and imported models, and prompts: neither
 * family nor provider can be told.
 *
 * @example
 * model(event); // { id: "amazon.nova-pro-v1:0", family: "nova", provider: "amazon", profile: "us" }
 */
export const model: (event: AwsBedrockModelInvocation) => Model = perEvent(({ modelId }) => {
  if (typeof modelId !== "string" || modelId === "") return hidden("unknown");
  if (modelId.length > LONGEST) return modelOf(modelId);
  const found = known.get(modelId);
  if (found !== undefined) return found;
  if (known.size === REMEMBERED) known.clear();
  const is = Object.freeze(modelOf(modelId));
  known.set(modelId, is);
  return is;
});

/** As many ids are remembered, and none that is longer than any of AWS. */
const REMEMBERED = 1000;
const LONGEST = 300;

const known = new Map<string, Model>();

function modelOf(modelId: string): Model {
  const arn = parseArn(modelId);
  if (arn === undefined) return byName(modelId);
  if (arn.type === "foundation-model" || arn.type === "inference-profile") return byName(arn.rest);
  return hidden(arn.rest === "" ? arn.type : `${arn.type}/${arn.rest}`);
}

function hidden(id: string): Model {
  return { id: id === "" ? "unknown" : id, family: "unknown", provider: "unknown", profile: undefined };
}

function byName(name: string): Model {
  const first = name.slice(0, Math.max(0, name.indexOf(".")));
  const profile = GEOGRAPHIES.has(first) ? first : undefined;
  const id = profile === undefined ? name : name.slice(profile.length + 1);
  const dot = id.indexOf(".");
  const provider = /^[a-z][a-z0-9-]{0,31}$/.exec(id.slice(0, Math.max(0, dot)))?.[0];
  const word = /^[a-z]{1,32}/.exec(id.slice(dot + 1))?.[0];
  if (provider === undefined || word === undefined) return { ...hidden(id), profile };
  return { id, family: FAMILIES.get(`${provider}.${word}`) ?? word, provider, profile };
}
