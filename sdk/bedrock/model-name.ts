import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { model } from "./model.ts";
import { perEvent } from "./per-event.ts";

/** What a model is called whichever of its versions was asked for. */
export interface ModelName {
  /** The id without date and version: `anthropic.claude-3-5-sonnet`. Prices are told by it. */
  readonly name: string;
  /** The name without any number that counts generations: `anthropic.claude-sonnet`. An upgrade does not change it. */
  readonly line: string;
}

/** As many characters of an id count; real ones are shorter. */
const LONGEST = 100;

/** As many ids are remembered: more than there are models. */
const REMEMBERED = 1000;

const known = new Map<string, ModelName>();

/**
 * What a model is called whichever of its versions was asked for.
 *
 * | `model(event).id` | `name` | `line` |
 * |---|---|---|
 * | `anthropic.claude-3-5-sonnet-20241022-v2:0` | `anthropic.claude-3-5-sonnet` | `anthropic.claude-sonnet` |
 * | `anthropic.claude-opus-4-7` | `anthropic.claude-opus-4-7` | `anthropic.claude-opus` |
 * | `meta.llama3-1-405b-instruct-v1:0` | `meta.llama3-1-405b-instruct` | `meta.llama-405b-instruct` |
 * | `application-inference-profile/k3f8w1zq0t7d` | the same | the same |
 *
 * @example
 * modelName(event).line; // "anthropic.claude-sonnet"
 */
export const modelName: (event: AwsBedrockModelInvocation) => ModelName = perEvent((event) => {
  const { id: own } = model(event);
  const id = own.length > LONGEST ? own.slice(0, LONGEST) : own;
  const found = known.get(id);
  if (found !== undefined) return found;
  if (known.size === REMEMBERED) known.clear();
  const named = Object.freeze(nameOf(id));
  known.set(id, named);
  return named;
});

/** The name and line of a model's own id. */
export function nameOf(id: string): ModelName {
  if (id.includes("/")) return { name: id, line: id };
  const [text = ""] = id.split(":");
  const name = text.replace(/-v\d{1,3}$/, "").replace(/-\d{4,8}$/, "");
  const dot = name.indexOf(".") + 1;
  const words = name.slice(dot).split("-");
  const kept = words.filter((word) => !/^\d+$/.test(word)).map((word) => word.replace(/^([a-z]+)\d+$/, "$1"));
  return { name, line: name.slice(0, dot) + kept.join("-") };
}
