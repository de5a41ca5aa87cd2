import type { Call } from "./call.ts";
import { DAY, HOUR } from "./calendar.ts";
import { PRODUCTION } from "./company.ts";
import type { IncidentId, Operation } from "./invocation-record.ts";
import { MODELS, type Model } from "./models.ts";
import { type Principal, role, sessionArn, user } from "./principal.ts";
import type { Random } from "./random.ts";

/** Something that a rule should find, told apart from the traffic around it. */
export interface Incident {
  readonly id: IncidentId;
  /** What happens, in one sentence. */
  readonly title: string;
  readonly account: string;
  readonly principal: Principal;
  /** Milliseconds after the log's start; the incident is over before `to`. */
  readonly from: number;
  readonly to: number;
  /** The incident's calls, in no order; `start` is the log's start in milliseconds since 1970. */
  readonly calls: (start: number, random: Random) => Call[];
}

const MINUTE = 60_000;
const REGION = "us-east-1";

/** Calls of one principal, spread over the time of an incident. */
function calls(
  { account, principal, from, to }: Pick<Incident, "account" | "principal" | "from" | "to">,
  count: number,
  start: number,
  random: Random,
  detail: (index: number) => Pick<Call, "operation" | "model" | "tokens" | "error" | "large">,
): Call[] {
  const arn = sessionArn(principal, account, random);
  return Array.from({ length: count }, (_, index) => ({
    time: start + random.int(from / 1_000, to / 1_000 - 1) * 1_000,
    account,
    region: REGION,
    arn,
    ...detail(index),
  }));
}

const probe = {
  account: PRODUCTION,
  principal: user("ci-smoke-tests"),
  from: 9 * DAY + 13 * HOUR + 40 * MINUTE,
  to: 9 * DAY + 13 * HOUR + 50 * MINUTE,
};

/** What a stolen key is tried on. */
export const PROBED: readonly Model[] = [
  MODELS.sonnetOld,
  MODELS.sonnet,
  MODELS.haikuOld,
  MODELS.llama,
  MODELS.mistral,
  MODELS.novaPro,
  MODELS.titanText,
];
const PROBE_OPERATIONS: readonly Operation[] = ["Converse", "InvokeModel", "InvokeModelWithResponseStream"];
const PROBE_ERRORS = ["AccessDeniedException", "ValidationException", "ResourceNotFoundException"];

const errorSpike: Incident = {
  id: "error-spike",
  title: "The key of the smoke tests is tried on one model after another, and every call fails.",
  ...probe,
  calls: (start, random) =>
    calls(probe, 60, start, random, () => ({
      operation: random.pick(PROBE_OPERATIONS),
      model: random.pick(PROBED),
      tokens: { input: 0, output: 0 },
      error: random.pick(PROBE_ERRORS),
    })),
};

const stranger = {
  account: PRODUCTION,
  principal: user("BedrockAPIKey-q7xd"),
  from: 10 * DAY + 16 * HOUR + 5 * MINUTE,
  to: 10 * DAY + 16 * HOUR + 45 * MINUTE,
};

const unknownIdentity: Incident = {
  id: "unknown-identity",
  title: "A long-term Bedrock API key that nobody has used before makes a few ordinary calls.",
  ...stranger,
  calls: (start, random) =>
    calls(stranger, 15, start, random, (index) => ({
      operation: index % 3 === 0 ? "ConverseStream" : "Converse",
      model: MODELS.sonnet,
      tokens: { input: random.middling(200, 2_400), output: random.middling(60, 700) },
    })),
};

const burn = {
  account: PRODUCTION,
  principal: role("track-and-trace-bot"),
  from: 12 * DAY + 11 * HOUR + 4 * MINUTE,
  to: 12 * DAY + 11 * HOUR + 56 * MINUTE,
};

/** What the burning role calls in turn; `tokens` is the average of one call, with and without a cached prompt. */
const BURNS: readonly { operation: Operation; model: Model; tokens: number; cached: boolean }[] = [
  { operation: "Converse", model: MODELS.sonnet, tokens: 64_000, cached: true },
  { operation: "ConverseStream", model: MODELS.novaPro, tokens: 48_000, cached: false },
  { operation: "InvokeModel", model: MODELS.haiku, tokens: 56_000, cached: true },
  { operation: "InvokeModel", model: MODELS.llama, tokens: 34_000, cached: false },
  { operation: "InvokeModelWithResponseStream", model: MODELS.sonnet, tokens: 70_000, cached: true },
  { operation: "InvokeModel", model: MODELS.mistral, tokens: 28_000, cached: false },
];

const tokenAbuse: Incident = {
  id: "token-abuse",
  title: "A service role burns millions of tokens within one hour, over every operation and many models.",
  ...burn,
  calls: (start, random) =>
    calls(burn, 90, start, random, (index) => {
      const { operation, model, tokens, cached } = BURNS[index % BURNS.length] ?? random.pick(BURNS);
      const output = random.middling(800, 3_200);
      const prompt = random.int(tokens - 4_000, tokens + 4_000) - output;
      return {
        operation,
        model,
        tokens: cached ? cachedTokens(prompt, output, index < BURNS.length) : { input: prompt, output },
        large: index % 15 === 1,
      };
    }),
};

/** A prompt that is written to the cache at first and read from it later. */
function cachedTokens(prompt: number, output: number, first: boolean): Call["tokens"] {
  const input = 6;
  return first
    ? { input, output, cacheRead: 0, cacheWrite: prompt - input }
    : { input, output, cacheRead: prompt - input - 900, cacheWrite: 900 };
}

/** The incidents of the simulated company, in the order in which they happen. */
export const INCIDENTS: readonly Incident[] = [errorSpike, unknownIdentity, tokenAbuse];
