import { PRODUCTION } from "../company.ts";
import type { Exchange, GuardrailVerdict } from "../exchange.ts";

/** The guardrail that an account's applications are behind. */
export const guardrailOf = (account: string): string =>
  account === PRODUCTION ? "q4w8e2r6t1yz" : "m5n9b3v7c1xk";

/** What a caller gets instead of what a guardrail blocks; the text that the console proposes. */
const BLOCKED = "Sorry, the model cannot answer this question.";

/** What the model answers, or the guardrail in its place. */
export function shownAnswer({ answer, guardrail }: Exchange): string | undefined {
  return guardrail?.action === "blocked" ? (answer ?? BLOCKED) : answer;
}

export const intervenes = (verdict: GuardrailVerdict | undefined): boolean =>
  verdict?.action === "blocked" || verdict?.action === "masked";

const ACTIONS = { none: "NONE", blocked: "BLOCKED", masked: "ANONYMIZED", detected: "NONE" } as const;

const REASONS = {
  none: "No action.",
  blocked: "Guardrail blocked.",
  masked: "Guardrail masked.",
  detected: "No action.",
} as const;

/** The parts of a trace that Converse and InvokeModel have under names of their own. */
export interface Trace {
  readonly actionReason: string;
  /** By guardrail. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
  readonly modelOutput?: readonly string[];
}

/** What a guardrail tells of a call, or nothing where the caller has no trace. */
export function guardrailTrace(verdict: GuardrailVerdict | undefined, account: string): Trace | undefined {
  if (verdict === undefined || verdict.trace === false) return undefined;
  const { action, side = "input", withheld } = verdict;
  const id = guardrailOf(account);
  const found = policies(verdict);
  return {
    actionReason: REASONS[action],
    ...(withheld !== undefined && { modelOutput: [withheld] }),
    input: { [id]: { ...(side === "input" && found), invocationMetrics: METRICS } },
    ...(side === "output" && { outputs: [{ [id]: found }] }),
  };
}

const METRICS = {
  guardrailProcessingLatency: 241,
  usage: {
    topicPolicyUnits: 1,
    contentPolicyUnits: 1,
    wordPolicyUnits: 1,
    sensitiveInformationPolicyUnits: 1,
  },
};

type Finding = NonNullable<GuardrailVerdict["findings"]>[number];

/** The one word list that guardrails bring along. */
const isListed = (name: string): boolean => name === "PROFANITY";

function policies({ action, findings = [] }: GuardrailVerdict): Record<string, unknown> {
  const of = (policy: Finding["policy"]): readonly Finding[] =>
    findings.filter((one) => one.policy === policy);
  const verdict = { action: ACTIONS[action], detected: true };
  return Object.fromEntries(
    Object.entries({
      topicPolicy: { topics: of("topic").map(({ name }) => ({ name, type: "DENY", ...verdict })) },
      contentPolicy: {
        filters: of("content").map(({ name, confidence = "HIGH" }) => ({
          type: name,
          confidence,
          filterStrength: "HIGH",
          ...verdict,
        })),
      },
      wordPolicy: {
        customWords: of("word").flatMap(({ name, match = name }) =>
          isListed(name) ? [] : [{ match, ...verdict }],
        ),
        managedWordLists: of("word").flatMap(({ name, match = name }) =>
          isListed(name) ? [{ match, type: name, ...verdict }] : [],
        ),
      },
      sensitiveInformationPolicy: {
        piiEntities: of("sensitive-information").map(({ name, match = "" }) => ({
          type: name,
          match,
          ...verdict,
        })),
        regexes: [],
      },
    }).filter(([, lists]) => Object.values(lists).some((list) => list.length > 0)),
  );
}

/** What InvokeModel adds to a model's own answer, or to the last chunk of a stream. */
export function nativeGuardrail(verdict: GuardrailVerdict | undefined, account: string): object {
  if (verdict === undefined) return {};
  const trace = guardrailTrace(verdict, account);
  return {
    "amazon-bedrock-guardrailAction": intervenes(verdict) ? "INTERVENED" : "NONE",
    ...(trace && { "amazon-bedrock-trace": { guardrail: trace } }),
  };
}
