import { decodedPieces } from "./decoded-pieces.ts";
import { isPlaceholder } from "./is-placeholder.ts";
import { type Pattern, PATTERNS, type SecretKind } from "./secret-patterns.ts";
import { shortHash } from "./short-hash.ts";
import { tokenRuns } from "./token-runs.ts";

/** A secret that stands in a text, without the secret. */
export interface Secret {
  readonly kind: SecretKind;
  /** How much harm it can do: `high` for what opens an account, `low` for what is short-lived or often public. */
  readonly risk: "high" | "medium" | "low";
  /** The first 12 hexadecimal digits of its SHA-256; 4 for a password, which could be guessed from more. */
  readonly hash: string;
  /** Its kind, and what all of its kind begin with, 4 characters at most. */
  readonly redacted: string;
}

const RISKS = ["high", "medium", "low"];

/** A secret access key of AWS, which has no sign of its own: letters of both cases and digits. */
const AWS_SECRET = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9/+]{40}$/;

/**
 * The secrets in a text, each once, the worst first: keys of AWS and Bedrock, private keys, tokens of GitHub, GitLab,
 * Slack, Google, Anthropic, OpenAI, Stripe and npm, web tokens, and addresses of databases with a password. Keys of
 * documentation and placeholders are left out. What is in base64 or hexadecimal digits is read too. The time is linear
 * in the text.
 *
 * @example
 * findSecrets("key AKIA2B3C4D5E6F7G2H3J"); // [{ kind: "aws-access-key", risk: "medium", redacted: "aws-access-key AKIA…", … }]
 */
export function findSecrets(text: string): readonly Secret[] {
  const runs = tokenRuns(text);
  return secretsIn(text, runs, decodedPieces(text, runs));
}

/** As {@link findSecrets}, with the runs and decoded pieces of a text that was read already. */
export function secretsIn(
  text: string,
  runs: readonly string[],
  decoded: readonly string[],
): readonly Secret[] {
  if (runs.length === 0 && decoded.length === 0 && !mayHoldMore(text)) return [];
  const found = new Map<string, Secret>();
  const tokens = [...runs, ...decoded];
  for (const token of tokens) search(token, "token", found);
  for (const whole of [text, ...decoded]) if (mayHoldMore(whole)) search(whole, "text", found);
  if (runs.length > 0) addAwsSecrets(text, tokens, found);
  if (found.size === 0) return [];
  const ids = AUDIT_RECORD.test(text);
  const secrets = [...found.values()].map((one) =>
    ids && IDS.has(one.kind) ? { ...one, risk: "low" as const } : one,
  );
  return secrets.toSorted((one, other) => RISKS.indexOf(one.risk) - RISKS.indexOf(other.risk));
}

function mayHoldMore(text: string): boolean {
  return text.includes("-----BEGIN ") || text.includes("://");
}

function search(text: string, place: Pattern["place"], found: Map<string, Secret>): void {
  for (const pattern of PATTERNS) {
    if (pattern.place !== place || !text.includes(pattern.sign)) continue;
    for (const [match, value] of text.matchAll(pattern.form)) add(pattern, value ?? match, found);
  }
}

function addAwsSecrets(text: string, tokens: readonly string[], found: Map<string, Secret>): void {
  const parts = tokens
    .flatMap((token) => token.split(/[^A-Za-z0-9/+]+/))
    .filter((part) => AWS_SECRET.test(part));
  if (parts.length === 0) return;
  const beside = [...found.values()].some(({ kind }) => kind.startsWith("aws-"));
  if (!beside && !/secret_?(?:access_?)?key/i.test([text, ...tokens].join("\n"))) return;
  const pattern = { kind: "aws-secret-key", risk: "high", shown: 0 } as const;
  for (const part of parts) add(pattern, part, found);
}

const IDS = new Set<SecretKind>(["aws-access-key", "aws-session-key"]);

/** Records of who did what name key ids by the dozen; an id alone opens nothing. */
const AUDIT_RECORD = /userIdentity|eventSource|principalId/;

function add(
  { kind, risk, shown }: Pick<Pattern, "kind" | "risk" | "shown">,
  value: string,
  found: Map<string, Secret>,
): void {
  if (isPlaceholder(value)) return;
  const hash = shortHash(value, kind === "database-password" ? 4 : 12);
  const redacted = `${kind} ${value.slice(0, shown)}…`;
  found.set(`${kind} ${hash}`, Object.freeze({ kind, risk, hash, redacted }));
}
