import { invocation, type SampleOf } from "caracal/testing";

export type Sample = SampleOf<"AWS.BedrockModelInvocation">;

/** A call that read so many tokens and wrote none, by the user dana unless it says otherwise. */
export const used = (inputTokenCount: number, differs: Sample = {}) =>
  invocation({ input: { inputTokenCount }, output: { outputTokenCount: 0 }, ...differs });

/** A call that wrote so many tokens. */
export const wrote = (outputTokenCount: number, differs: Sample = {}) =>
  invocation({ input: { inputTokenCount: 0 }, output: { outputTokenCount }, ...differs });

export const OPUS = "anthropic.claude-3-opus-20240229-v1:0";
export const SONNET = "eu.anthropic.claude-3-5-sonnet-20241022-v2:0";
export const EMBED = "amazon.titan-embed-text-v2:0";
export const CANVAS = "amazon.nova-canvas-v1:0";
export const REEL = "amazon.nova-reel-v1:1";

/** Each way to call a model, by turns. */
export const operation = (at: number) =>
  ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"][at % 4] ?? "";
