import { defineCases, invocation } from "caracal/testing";
import {
  callBy,
  DANA,
  FEDERATED,
  INSTANCE,
  KEY,
  OFFLOADED,
  OTHERS_ROLE,
  person,
  ROOT,
  session,
} from "./call-by.cases.ts";
import { unknownPrincipal } from "./unknown-principal.ts";

const role = (name: string) => `arn:aws:sts::111122223333:assumed-role/${name}/task`;

export const unknownPrincipalCases = defineCases(unknownPrincipal, {
  raises: {
    "a long-term API key after five days": {
      records: (time) =>
        time.every("1d", 6, callBy(session("task"))).at("+5d1h", callBy(KEY, { operation: "InvokeModel" })),
      alert: {
        severity: "MEDIUM",
        title: "First use of Bedrock in account 111122223333 by 111122223333:user/BedrockAPIKey-1a2b",
        dedup: "111122223333 111122223333:user/BedrockAPIKey-1a2b",
        createdAt: "+5d1h",
        eventCount: 1,
        context: {
          principal: "111122223333:user/BedrockAPIKey-1a2b",
          kind: "user",
          model: "anthropic.claude-3-haiku-20240307-v1:0",
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "a session that a user handed out": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d", callBy(FEDERATED)),
      alert: { severity: "MEDIUM", context: { kind: "federated-user" } },
    },
    "a new application": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d", callBy(session("task-1"))),
      alert: {
        severity: "MEDIUM",
        context: { principal: "111122223333:role/claims-summary", kind: "role", session: "task-1" },
      },
    },
    "a role without a session": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+5d", callBy("arn:aws:iam::111122223333:role/claims-summary", { operation: "InvokeModel" })),
      alert: { severity: "MEDIUM" },
    },
    "a role with the session of a machine": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d", callBy(INSTANCE)),
      alert: { severity: "MEDIUM" },
    },
    "roles whose names have endings of their own": {
      records: (time) =>
        time
          .every("1d", 6, callBy(role("claims")))
          .at("+5d", callBy(role("claims-summary")))
          .expectAlert()
          .at("+6d", callBy(role("claims-audit2026")))
          .expectAlert()
          .at("+7d", callBy(role("claims-Reporting")))
          .expectAlert()
          .at("+8d", callBy(role("claims-v2x")))
          .expectAlert()
          .at("+9d", callBy(role("claims-2"))),
    },
    "a role of another account": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d", callBy(OTHERS_ROLE)),
      alert: { severity: "MEDIUM" },
    },
    "a person who signs in to a role that others use, quietly": {
      records: (time) =>
        time
          .every("1d", 6, callBy(person("kim")))
          .at("+5d", callBy(person("lou"), { operation: "ConverseStream" })),
      alert: { severity: "LOW", context: { kind: "sso-user", session: "lou@example.org" } },
    },
    "names that are too long, cut": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+5d", callBy(session("t".repeat(200)), { modelId: "m".repeat(200) })),
      alert: { context: { session: "t".repeat(100), model: "m".repeat(100) } },
    },
    "a user who was away for ninety days": {
      records: (time) =>
        time
          .every("1d", 8, callBy(session("task")))
          .at("+8d", callBy(DANA))
          .expectAlert()
          .at("+97d", callBy(DANA))
          .expectNothing()
          .at("+188d", callBy(DANA)),
      alert: { dedup: "111122223333 111122223333:user/dana" },
    },
    "in another account, a user known in the first": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+6d", callBy(session("task"), { accountId: "444455556666" }))
          .at("+11d", callBy(DANA, { accountId: "444455556666" })),
      alert: { dedup: "444455556666 111122223333:user/dana" },
    },
  },
  ignores: {
    "a new user before five days are over": (time) =>
      time.every("1d", 5, callBy(DANA)).at("+4d23h59m59s999ms", callBy(KEY)),
    "a new user of an account that is new itself": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+6d", callBy(KEY, { accountId: "444455556666", operation: "InvokeModel" })),
    "a known role in a new session": (time) =>
      time
        .every("1d", 6, callBy(session("task-1")))
        .at("+6d", callBy(session("task-2"), { operation: "ConverseStream", ...OFFLOADED })),
    "a new version of a known role": (time) =>
      time
        .every("1d", 6, callBy(role("claims-summary")))
        .at(
          "+6d",
          callBy(role("claims-summary-v2")),
          callBy(role("claims-summary-v123"), { operation: "InvokeModel" }),
        ),
    "a known role that was made anew with other letters": (time) =>
      time
        .every("1d", 6, callBy(role("claims-Lambda-1A2B3C4D5E6F7")))
        .at("+6d", callBy(role("claims-Lambda-Xk3fQ9wTz0Ab"))),
    "a caller that nobody can tell": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d", callBy("<redacted>"), invocation({ identity: null })),
    "the root user, whom another rule tells": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d", callBy(ROOT)),
    "anybody, where the company lists its principals": {
      organization: { principals: ["111122223333:user/dana"] },
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+6d", callBy(KEY)),
    },
  },
});
