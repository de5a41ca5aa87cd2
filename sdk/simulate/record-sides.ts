import type { Bodies, Call, Tokens } from "./call.ts";
import { bucketOf, deliversBodies } from "./company.ts";
import { converseBodies } from "./converse-bodies.ts";
import type { InvocationRecord, Sidecar } from "./invocation-record.ts";
import { nativeBodies } from "./native-bodies.ts";
import type { Random } from "./random.ts";
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
  if (call.error !== undefined) return random.chance(0.5) ? { input: {}, output: {} } : {};
  const inputs = inputCounts(call.tokens);
  const outputs = outputCounts(call);
  if (!deliversBodies(call.account, call.region)) {
    return { input: { ...INPUT, ...inputs }, output: { ...OUTPUT, ...outputs } };
  }

  const bodies = writeBodies(call, random, random.int(bodyWords >> 1, bodyWords + (bodyWords >> 1)));
  if (call.large) {
    const input = sidecar(call, `${requestId}_input`, enlarged(bodies.input));
    return {
      input: { ...INPUT, inputBodyS3Path: s3Path(call, input), ...inputs },
      output: { ...OUTPUT, outputBodyJson: bodies.output, ...outputs },
      sidecars: [input],
    };
  }
  if (call.model.family === "titan-image") {
    const output = sidecar(call, `${requestId}_output`, bodies.output);
    return {
      input: { ...INPUT, inputBodyJson: bodies.input, ...inputs },
      output: { ...OUTPUT, outputBodyS3Path: s3Path(call, output) },
      sidecars: [output],
    };
  }
  return {
    input: { ...INPUT, inputBodyJson: bodies.input, ...inputs },
    output: { ...OUTPUT, outputBodyJson: bodies.output, ...outputs },
  };
}

function writeBodies(call: Call, random: Random, words: number): Bodies {
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

const s3Path = ({ account }: Call, { key }: Sidecar): string => `s3://${bucketOf(account)}/${key}`;

const PROMPT_KEYS: ReadonlySet<string> = new Set(["text", "content", "prompt", "inputText"]);

/** The same body with every prompt repeated until it is too large for the log. */
function enlarged(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    PROMPT_KEYS.has(key) && typeof value === "string"
      ? `${value}\n`.repeat(Math.ceil(LARGE_BODY / (value.length + 1)))
      : value,
  );
}
