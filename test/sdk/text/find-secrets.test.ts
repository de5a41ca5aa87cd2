import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { findSecrets, shortHash } from "../../../sdk/text/index.ts";

const TAIL_OF_ID = "2B3C4D5E6F7G2H3J";
const TAIL = "q8Zr3Vn6Xk1Lw0Tb5Yc9Md2Jf7Hs4Pg1Ua6Eq8Zr3Vn6Xk1Lw0Tb5Yc9Md2Jf7Hs4Pg1Ua6E";
const AWS_ID = `AKIA${TAIL_OF_ID}`;
const AWS_SECRET = TAIL.slice(0, 40);

test.each([
  ["aws-access-key", "medium", AWS_ID],
  ["aws-session-key", "medium", `ASIA${TAIL_OF_ID}`],
  ["bedrock-api-key", "high", `ABSK${TAIL.slice(0, 40)}`],
  ["bedrock-api-key", "high", `bedrock-api-key-${TAIL.slice(0, 40)}`],
  ["github-token", "medium", `gho_${TAIL.slice(0, 36)}`],
  ["github-token", "medium", `github_pat_${TAIL.slice(0, 40)}`],
  ["gitlab-token", "medium", `glpat-${TAIL.slice(0, 20)}`],
  ["slack-token", "medium", `xoxb-${TAIL.slice(0, 24)}`],
  ["google-api-key", "low", `AIza${TAIL.slice(0, 35)}`],
  ["anthropic-api-key", "high", `sk-ant-${TAIL.slice(0, 30)}`],
  ["openai-api-key", "high", `sk-proj-${TAIL.slice(0, 30)}`],
  ["stripe-key", "high", `sk_live_${TAIL.slice(0, 24)}`],
  ["npm-token", "medium", `npm_${TAIL.slice(0, 36)}`],
  ["web-token", "medium", `eyJ${TAIL.slice(0, 20)}.eyJ${TAIL.slice(0, 30)}.${TAIL.slice(0, 30)}`],
])("%s (%s)", (kind, risk, secret) => {
  const found = findSecrets(`config: value="${secret}", and more`);
  expect(found).toEqual([
    {
      kind,
      risk,
      hash: createHash("sha256").update(secret).digest("hex").slice(0, 12),
      redacted: expect.any(String),
    },
  ]);
  expect(found[0]?.redacted.startsWith(`${kind} `)).toBe(true);
  expect(found[0]?.redacted.length).toBeLessThanOrEqual(kind.length + 6);
});

test("a private key counts with what stands in it", () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${TAIL}\n-----END PRIVATE KEY-----`;
  expect(findSecrets(key)).toMatchObject([{ kind: "private-key", risk: "high", redacted: "private-key …" }]);
  expect(findSecrets("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----")).toEqual([]);
});

test("the password of a database's address keeps a hash from which it cannot be guessed", () => {
  const [found] = findSecrets("postgres://app:tr0ub4dor-and-3@db.example.com:5432/orders");
  expect(found).toMatchObject({ kind: "database-password", hash: shortHash("tr0ub4dor-and-3", 4) });
});

test("a secret access key is one beside its id or its name", () => {
  expect(findSecrets(`${AWS_ID} ${AWS_SECRET}`).map(({ kind }) => kind)).toEqual([
    "aws-secret-key",
    "aws-access-key",
  ]);
  expect(findSecrets(`aws_secret_access_key=${AWS_SECRET}`)).toMatchObject([{ kind: "aws-secret-key" }]);
  expect(findSecrets(`checksum ${AWS_SECRET}`)).toEqual([]);
});

test("the ids that an audit record names open nothing", () => {
  expect(findSecrets(`{"userIdentity":{"accessKeyId":"${AWS_ID}"}}`)).toMatchObject([{ risk: "low" }]);
});

test("each secret is told once, the worst first, those in base64 too", () => {
  const encoded = Buffer.from(`token gho_${TAIL.slice(0, 36)} here`).toString("base64");
  expect(
    findSecrets(`${AWS_ID} ${AWS_ID} ${encoded} sk_live_${TAIL.slice(0, 24)}`).map(({ kind }) => kind),
  ).toEqual(["stripe-key", "aws-access-key", "github-token"]);
});

test.each([
  "AKIAIOSFODNN7EXAMPLE",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY with secret_access_key",
  "AKIAXXXXXXXXXXXXXXXX",
  "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "sk-ant-api03-your-key-goes-here-please",
  "AKIA1111111111111111",
  `prefix${AWS_ID}suffix`,
  "9fceb02d0ae598e95dc970b74767f19372d61af8",
  "postgres://app:${PASSWORD}@db.example.com/orders",
  "postgres://app:password-example@db.example.com/orders",
  "https://user.example.com/a/very/long/path/to/some/page-that-is-no-key.html",
])("%s is no secret", (text) => expect(findSecrets(text)).toEqual([]));
