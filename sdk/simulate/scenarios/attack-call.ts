import type { Call, Tokens } from "../call.ts";
import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";
import type { Form } from "./form.ts";
import type { Seat, Taken } from "./seat.ts";

/** What a call has beside who makes it, when and how. */
export type Detail = Pick<
  Partial<Call>,
  "tokens" | "error" | "large" | "metadata" | "exchange" | "bodies" | "anonymous"
>;

const NOTHING: Tokens = { input: 0, output: 0 };

/** One call of an attacker. Without counts of its own it has those that its exchange makes plausible. */
export function attackCall(
  time: number,
  { account, region, arn }: Seat,
  { operation, model }: Form,
  random: Random,
  detail: Detail,
): Call {
  const { exchange, error } = detail;
  const tokens = error === undefined && exchange ? tokensOf(exchange, random) : NOTHING;
  return { time, account, region, arn, operation, model, tokens, ...detail };
}

/** Calls of one seat, each in one of the forms at random. */
export function attackCalls(
  times: readonly number[],
  seat: Seat,
  forms: readonly Form[],
  random: Random,
  detail: (index: number) => Detail,
): readonly Call[] {
  return times.map((time, index) => attackCall(time, seat, random.pick(forms), random, detail(index)));
}

/** About four characters of English are a token (the makers' own rule of thumb); each tool's description is some 60. */
function tokensOf(exchange: Exchange, random: Random): Tokens {
  const {
    prompt,
    system,
    history = [],
    toolResults = [],
    offered = [],
    answer,
    toolCalls = [],
    guardrail,
  } = exchange;
  if (guardrail?.action === "blocked" && guardrail.side !== "output") return NOTHING;
  const asked = [prompt, system, ...history, ...toolResults].join(" ").length / 4 + offered.length * 60;
  const said = [guardrail?.withheld ?? answer, JSON.stringify(toolCalls)].join(" ").length / 4;
  return {
    input: Math.max(4, Math.round(asked) + random.int(4, 40)),
    output: Math.max(1, Math.round(said) + random.int(0, 12)),
  };
}

/** What a workload does on any day, which who has taken it over goes on doing so as not to stand out. */
function ordinaryCall(time: number, seat: Taken, random: Random): Call {
  const { account, region, arn, workload } = seat;
  const profile = random.pick(workload.calls);
  const { operation, upgrade, model, cache } = profile;
  const counts = { input: random.middling(...profile.input), output: random.middling(...profile.output) };
  const tokens = cache
    ? { ...counts, cacheRead: random.int(...cache), cacheWrite: random.int(200, 1_500) }
    : counts;
  return {
    time,
    account,
    region,
    arn,
    operation,
    model: upgrade ?? model,
    tokens,
    ...(profile.says && { exchange: profile.says(random, tokens, 1) }),
    ...(workload.metadata && { metadata: workload.metadata }),
  };
}

export const ordinaryCalls = (times: readonly number[], seat: Taken, random: Random): readonly Call[] =>
  times.map((time) => ordinaryCall(time, seat, random));
