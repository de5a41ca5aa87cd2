import { defineCases } from "caracal/testing";
import { callBy, DANA, INSTANCE, OFFLOADED, person, session } from "./call-by.cases.ts";
import { instanceRoleSession } from "./instance-role-session.ts";

export const instanceRoleSessionCases = defineCases(instanceRoleSession, {
  raises: {
    "a machine's session of a role that never had one": {
      records: (time) =>
        time.every("1d", 6, (at) => callBy(session(`task-${at}`))).at("+5d", callBy(INSTANCE)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/claims-summary called Bedrock from a machine's session, which it never did",
        dedup: "111122223333 111122223333:role/claims-summary",
        createdAt: "+5d",
        context: { session: "i-0123456789abcdef0", region: "eu-central-1" },
        destinations: [],
      },
    },
    "in any second of a minute": {
      records: (time) => time.every("1d", 6, callBy(session("task"))).at("+5d59s", callBy(INSTANCE)),
      alert: { createdAt: "+5d59s" },
    },
    "an old machine's short name, in a stream": {
      records: (time) =>
        time
          .every("1d", 6, callBy(session("task")))
          .at("+6d", callBy(session("I-1A2B3C4D"), { operation: "ConverseStream" })),
      alert: { severity: "MEDIUM" },
    },
    "a machine's session in an account where the role had none": {
      records: (time) =>
        time
          .every("1d", 12, (at) =>
            callBy(at % 2 === 0 ? INSTANCE : session("task"), {
              accountId: at % 2 === 0 ? "111122223333" : "444455556666",
            }),
          )
          .at("+12d", callBy(INSTANCE, { accountId: "444455556666", operation: "InvokeModel" })),
      alert: { dedup: "444455556666 111122223333:role/claims-summary" },
    },
    "a machine's session after ninety days without": {
      records: (time) =>
        time
          .every("1d", 6, callBy(session("task")))
          .at("+6d", callBy(INSTANCE))
          .expectAlert()
          .at("+95d", callBy(INSTANCE))
          .expectNothing()
          .at("+185d", callBy(INSTANCE)),
      alert: { createdAt: "+185d" },
    },
    "another session of a machine's role, as something worth knowing": {
      records: (time) =>
        time
          .every("1d", 6, callBy(INSTANCE))
          .at("+6d", callBy("arn:aws:iam::111122223333:role/claims-summary")),
      alert: {
        severity: "INFO",
        title:
          "111122223333:role/claims-summary called Bedrock from another kind of session, which it never did",
      },
    },
  },
  ignores: {
    "another session of a machine's role, outside the first twenty seconds of a minute": (time) =>
      time.every("1d", 6, callBy(INSTANCE)).at("+6d20s", callBy(session("task"))),
    "another machine of a role that runs on machines": (time) =>
      time
        .every("1d", 6, callBy(INSTANCE))
        .at("+6d", callBy(session("i-0fedcba9876543210"), { operation: "InvokeModel", ...OFFLOADED })),
    "a machine's session before the role is known for five days": (time) =>
      time.every("1d", 5, callBy(session("task"))).at("+4d23h59m59s999ms", callBy(INSTANCE)),
    "sessions that only look like a machine's": (time) =>
      time
        .every("1d", 6, callBy(session("task")))
        .at(
          "+6d",
          callBy(session("i-1a2b3c4")),
          callBy(session("i-0123456789abcdef01")),
          callBy(session("ai-1a2b3c4d")),
          callBy(session("i-invoice01")),
        ),
    "a person or a user called like a machine": (time) =>
      time
        .every("1d", 12, (at) => callBy(at % 2 === 0 ? person("kim") : DANA))
        .at(
          "+12d",
          callBy(
            "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developers_0123456789abcdef/i-1a2b3c4d",
          ),
          callBy("arn:aws:iam::111122223333:user/i-1a2b3c4d"),
        ),
  },
});
