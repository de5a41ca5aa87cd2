import { defineCases, invocation, type SampleOf } from "caracal/testing";
import { foreignIdentity, missingIdentity, rootUser, unknownPrincipal } from "./unknown-identity.ts";

/** A call by an ARN. */
const by = (arn: string, differs: SampleOf<typeof rootUser> = {}) =>
  invocation({ identity: { arn }, ...differs });

const DANA = "arn:aws:iam::111122223333:user/dana";
const ROOT = "arn:aws:iam::111122223333:root";
const KEY = "arn:aws:iam::111122223333:user/BedrockAPIKey-1a2b";
const OTHERS_ROLE = "arn:aws:sts::999988887777:assumed-role/audit/night-run";
const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

const session = (name: string) => `arn:aws:sts::111122223333:assumed-role/claims-summary/${name}`;
const person = (name: string) =>
  `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developers_0123456789abcdef/${name}@example.org`;

export const unknownPrincipalCases = defineCases(unknownPrincipal, {
  raises: {
    "a long-term API key after a week": {
      records: (time) => time.every("1d", 8, by(DANA)).at("+7d1h", by(KEY, { operation: "InvokeModel" })),
      alert: {
        severity: "MEDIUM",
        title: "First use of Bedrock in account 111122223333 by 111122223333:user/BedrockAPIKey-1a2b",
        dedup: "111122223333 111122223333:user/BedrockAPIKey-1a2b",
        createdAt: "+7d1h",
        eventCount: 1,
        context: {
          principal: "111122223333:user/BedrockAPIKey-1a2b",
          kind: "user",
          model: HAIKU,
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "a role, with its session": {
      records: (time) => time.every("1d", 8, by(DANA)).at("+8d", by(session("task-1"))),
      alert: { context: { principal: "111122223333:role/claims-summary", kind: "role", session: "task-1" } },
    },
    "a person who signs in to a role that others use": {
      records: (time) =>
        time.every("1d", 8, by(person("kim"))).at("+8d", by(person("lou"), { operation: "ConverseStream" })),
      alert: { context: { kind: "sso-user", session: "lou@example.org" } },
    },
    "a user who was away for ninety days": {
      records: (time) =>
        time
          .every("1d", 8, by(session("task")))
          .at("+8d", by(DANA))
          .expectAlert()
          .at("+97d", by(DANA))
          .expectNothing()
          .at("+188d", by(DANA)),
      alert: { dedup: "111122223333 111122223333:user/dana" },
    },
    "in another account, a user known in the first": {
      records: (time) =>
        time
          .every("1d", 8, by(DANA))
          .at("+8d", by(session("task"), { accountId: "444455556666" }))
          .at("+16d", by(DANA, { accountId: "444455556666" })),
      alert: { dedup: "444455556666 111122223333:user/dana" },
    },
  },
  ignores: {
    "a new user before a week is over": (time) => time.every("1d", 7, by(DANA)).at("+6d23h", by(KEY)),
    "a new user of an account that is new itself": (time) =>
      time
        .every("1d", 8, by(DANA))
        .at("+8d", by(KEY, { accountId: "444455556666", operation: "InvokeModel" })),
    "a known role in a new session": (time) =>
      time
        .every("1d", 8, by(session("task-1")))
        .at("+8d", by(session("task-2"), { operation: "ConverseStream" })),
    "a caller that nobody can tell": (time) =>
      time.every("1d", 8, by(DANA)).at("+8d", by("<redacted>"), invocation({ identity: null })),
  },
});

export const rootUserCases = defineCases(rootUser, {
  raises: {
    "the root user of an account": {
      records: by(ROOT),
      alert: {
        severity: "HIGH",
        title: `The root user of account 111122223333 called ${HAIKU}`,
        dedup: "111122223333:root",
        eventCount: 1,
        context: { principal: "111122223333:root", kind: "root", model: HAIKU, region: "eu-central-1" },
        destinations: [],
      },
    },
    "the root user in another partition, calling a stream": {
      records: by("arn:aws-us-gov:iam::111122223333:root", {
        operation: "InvokeModelWithResponseStream",
        region: "us-gov-west-1",
      }),
      alert: { context: { region: "us-gov-west-1" } },
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", by(ROOT))
          .expectAlert()
          .at("+23h", by(ROOT))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", by(ROOT)),
      alert: { createdAt: "+25h" },
    },
    "each account's root user for itself": {
      records: [by(ROOT), by("arn:aws:iam::444455556666:root", { timestamp: "2026-03-02T09:01:00Z" })],
      alert: [{ dedup: "111122223333:root" }, { dedup: "444455556666:root" }],
    },
  },
  ignores: {
    "a user called root": by("arn:aws:iam::111122223333:user/root"),
    "a role and session called root": by("arn:aws:sts::111122223333:assumed-role/root/root", {
      operation: "InvokeModel",
    }),
    "a record without a caller": invocation({ identity: null, operation: "ConverseStream" }),
  },
});

export const foreignIdentityCases = defineCases(foreignIdentity, {
  raises: {
    "a role of another account": {
      records: by(OTHERS_ROLE),
      alert: {
        severity: "HIGH",
        title: "999988887777:role/audit called Bedrock in account 111122223333",
        dedup: "111122223333 999988887777:role/audit",
        eventCount: 1,
        context: {
          principal: "999988887777:role/audit",
          kind: "role",
          session: "night-run",
          calledIn: "111122223333",
          model: HAIKU,
        },
        destinations: [],
      },
    },
    "the root user of another account": {
      records: by("arn:aws:iam::999988887777:root", { operation: "InvokeModel" }),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", by(OTHERS_ROLE))
          .expectAlert()
          .at("+23h", by(OTHERS_ROLE))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", by(OTHERS_ROLE)),
      alert: { createdAt: "+25h" },
    },
  },
  ignores: {
    "a user of the account": by(DANA),
    "a role of the account": by(session("task"), { operation: "InvokeModelWithResponseStream" }),
    "a record without a caller": invocation({ identity: null }),
    "a record without caller and account": invocation({ identity: null, accountId: "" }),
  },
});

export const missingIdentityCases = defineCases(missingIdentity, {
  raises: {
    "a record without a caller": {
      records: invocation({ identity: null }),
      alert: {
        severity: "INFO",
        title: "Bedrock records of account 111122223333 do not say who called",
        dedup: "111122223333",
        eventCount: 1,
        context: { region: "eu-central-1", operation: "Converse" },
        summary: { operation: { Converse: 1 }, modelId: { [HAIKU]: 1 } },
        destinations: [],
      },
    },
    "a caller that was redacted": {
      records: by("<redacted>", { operation: "InvokeModel" }),
      alert: { context: { arn: "<redacted>", operation: "InvokeModel" } },
    },
    "a caller that is no principal": { records: by("arn:aws:s3:::bucket") },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", by(""))
          .expectAlert()
          .at("+23h", by(""))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", by("")),
      alert: { createdAt: "+25h" },
    },
  },
  ignores: {
    "a user": by(DANA),
    "a role in a stream": by(session("task"), { operation: "ConverseStream" }),
    "the root user": by(ROOT, { operation: "InvokeModel" }),
  },
});
