/** What kind of secret it is. */
export type SecretKind =
  | "aws-access-key"
  | "aws-session-key"
  | "aws-secret-key"
  | "bedrock-api-key"
  | "private-key"
  | "github-token"
  | "gitlab-token"
  | "slack-token"
  | "google-api-key"
  | "anthropic-api-key"
  | "openai-api-key"
  | "stripe-key"
  | "npm-token"
  | "web-token"
  | "database-password";

/** How to find the secrets of a kind. */
export interface Pattern {
  readonly kind: SecretKind;
  readonly risk: "high" | "medium" | "low";
  /** Looked for in single tokens, or in the whole text. */
  readonly place: "token" | "text";
  /** What is always in it. */
  readonly sign: string;
  /** The secret, or its first group where there is one. */
  readonly form: RegExp;
  /** How many of its first characters all of the kind have. */
  readonly shown: number;
}

const token = (kind: SecretKind, risk: Pattern["risk"], sign: string, form: RegExp, shown = 4): Pattern => ({
  kind,
  risk,
  place: "token",
  sign,
  form,
  shown,
});

/** The forms are those of the issuers' documentation. Each begins with its sign, so that no text is slow to search. */
export const PATTERNS: readonly Pattern[] = [
  token("aws-access-key", "medium", "AKIA", /(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])/g),
  token("aws-session-key", "medium", "ASIA", /(?<![A-Za-z0-9])ASIA[A-Z0-9]{16}(?![A-Za-z0-9])/g),
  token("bedrock-api-key", "high", "ABSK", /(?<![A-Za-z0-9])ABSK[A-Za-z0-9+/]{20,}/g),
  token("bedrock-api-key", "high", "bedrock-api-key-", /bedrock-api-key-[A-Za-z0-9+/_-]{20,}/g),
  token("github-token", "medium", "gh", /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}/g),
  token("github-token", "medium", "github_pat_", /github_pat_[A-Za-z0-9_]{22,}/g),
  token("gitlab-token", "medium", "glpat-", /glpat-[A-Za-z0-9_-]{20,}/g),
  token("slack-token", "medium", "xox", /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{16,}/g),
  token("google-api-key", "low", "AIza", /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/g),
  token("anthropic-api-key", "high", "sk-ant-", /sk-ant-[A-Za-z0-9_-]{20,}/g),
  token(
    "openai-api-key",
    "high",
    "sk-",
    /(?<![A-Za-z0-9])sk-(?:proj-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,})/g,
    3,
  ),
  token("stripe-key", "high", "sk_live_", /sk_live_[A-Za-z0-9]{16,}/g),
  token("npm-token", "medium", "npm_", /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/g),
  token(
    "web-token",
    "medium",
    "eyJ",
    /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}/g,
  ),
  {
    kind: "private-key",
    risk: "high",
    place: "text",
    sign: "-----BEGIN ",
    form: /-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----\s{0,4}([A-Za-z0-9+/:,=\s-]{40,})/g,
    shown: 0,
  },
  {
    kind: "database-password",
    risk: "medium",
    place: "text",
    sign: "://",
    form: /(?:postgres(?:ql)?|mysql|mariadb|mongodb|mongodb\+srv|redis|rediss|amqp|amqps):\/\/[^\s:@/]{1,64}:([^\s:@/$<{%*]{6,128})@[^\s/]{3,}/g,
    shown: 0,
  },
];
