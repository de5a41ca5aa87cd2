import type { Bodies, Call, Tokens } from "./call.ts";
import { bucketOf, deliversBodies } from "./company.ts";
import { converseBodies } from "./converse-bodies.ts";
import type { InvocationRecord, Sidecar } from "./invocation-record.ts";
import { nativeBodies } from "./native-bodies.ts";
import type { Random } from "./random.ts";
import { renderBodies } from "./render/index.ts";
import { streamBodies } from "./stream-bodies.ts";

/** A record's two sides, and the bodies that they leave to sidecars. */
export interface RecordSides extends Pick<InvocationRecord, "input" | "output"> {
  readonly sidecars?: readonly Sidecar[];
}

const INPUT = { inputContentType: "application/json" };
const OUTPUT = { outputContentType: "application/json" };

/** Characters of a prompt that no longer fits the log, which takes 100 KB. */
const LARGE_BODY = 110_000;

/** The sides of a record in the profile that its call, account and region give it. */
export function recordSides(call: Call, random: Random, bodyWords: number, requestId: string): RecordSides {
  if (call.error !== undefined && call.bodies !== "inline")
    return random.chance(0.5) ? { input: {}, output: {} } : {};
  const inputs = inputCounts(call.tokens);
  const outputs = outputCounts(call);
  const place = call.bodies ?? (deliversBodies(call.account, call.region) ? "inline" : "none");
  if (place === "none") return { input: { ...INPUT, ...inputs }, output: { ...OUTPUT, ...outputs } };

  const bodies = writeBodies(call, random, random.int(bodyWords >> 1, bodyWords + (bodyWords >> 1)));
  if (call.error !== undefined) return { input: { ...INPUT, inputBodyJson: bodies.input }, output: {} };
  const isInputAside = place === "offloaded" || call.large === true;
  const isOutputAside = place === "offloaded" || call.model.family === "titan-image";
  const input = isInputAside ? [sidecar(call, `${requestId}_input`, enlarged(bodies.input))] : [];
  const output = isOutputAside ? [sidecar(call, `${requestId}_output`, bodies.output)] : [];
  const pathOf = ({ key }: Sidecar): string => `s3://${bucketOf(call.account)}/${key}`;
  return {
    input: {
      ...INPUT,
      ...(input[0] ? { inputBodyS3Path: pathOf(input[0]) } : { inputBodyJson: bodies.input }),
      ...inputs,
    },
    output: {
      ...OUTPUT,
      ...(output[0] ? { outputBodyS3Path: pathOf(output[0]) } : { outputBodyJson: bodies.output }),
      ...outputs,
    },
    ...(input.length + output.length > 0 && { sidecars: [...input, ...output] }),
  };
}

function writeBodies(call: Call, random: Random, words: number): Bodies {
  if (call.exchange) return renderBodies(call, call.exchange, random);
  if (call.operation === "InvokeModel") return nativeBodies(call, random, words);
  if (call.operation === "InvokeModelWithResponseStream") return streamBodies(call, random, words);
  return converseBodies(call, random, words);
}

function inputCounts({ input, cacheRead, cacheWrite }: Tokens): Record<string, number> {
  return {
    inputTokenCount: input,
    ...(cacheRead !== undefined && { cacheReadInputTokenCount: cacheRead }),
    ...(cacheWrite !== undefined && { cacheWriteInputTokenCount: cacheWrite }),
  };
}

/** Vectors and images are not counted in tokens. */
function outputCounts({ model, tokens }: Call): Record<string, number> {
  const counted = model.family !== "cohere-embed" && model.family !== "titan-image";
  return counted ? { outputTokenCount: tokens.output } : {};
}

/** A body beside the log objects of the call's hour. */
function sidecar({ account, region, time }: Call, name: string, body: unknown): Sidecar {
  const hour = new Date(time).toISOString().slice(0, 13).replaceAll(/[-T]/g, "/");
  return {
    key: `AWSLogs/${account}/BedrockModelInvocationLogs/${region}/${hour}/data/${name}.json.gz`,
    body,
  };
}

const PROMPT_KEYS: ReadonlySet<string> = new Set(["text", "content", "prompt", "inputText"]);

/** The same body with every prompt repeated until it is too large for the log. */
function enlarged(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    PROMPT_KEYS.has(key) && typeof value === "string"
      ? `${value}\n`.repeat(Math.ceil(LARGE_BODY / (value.length + 1)))
      : value,
  );
}
