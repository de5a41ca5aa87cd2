import { defineCases, invocation } from "caracal/testing";
import { blockedCall } from "./blocked-call.ts";
import {
  blocked,
  blockedStream,
  blockedUntraced,
  FOUND,
  passed,
  passedNatively,
} from "./guarded-bodies.cases.ts";

export const blockedCallCases = defineCases(blockedCall, {
  raises: {
    "a Converse call with a trace": {
      records: blocked(FOUND.email),
      alert: {
        severity: "INFO",
        title: "A guardrail blocked a call of 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        context: {
          principal: "111122223333:user/dana",
          action: "blocked",
          guardrails: ["gr7x2"],
          findings: ["sensitive-information EMAIL input blocked -"],
        },
        summary: { operation: { Converse: 1 } },
        destinations: [],
      },
    },
    "a stream, whose stop reason says nothing": {
      records: blockedStream(FOUND.hate),
      alert: { context: { findings: ["content HATE input blocked HIGH"] } },
    },
    "a call without a trace": {
      records: blockedUntraced({ operation: "ConverseStream" }),
      alert: { context: { action: "intervened", guardrails: [], findings: [] } },
    },
    "names that are too long or too many": {
      records: blocked({
        topicPolicy: {
          topics: Array.from({ length: 30 }, (_, at) => ({
            name: `${at}${"t".repeat(200)}`,
            action: "BLOCKED",
          })),
        },
        wordPolicy: { customWords: [{ match: "secret", action: "BLOCKED" }] },
      }),
      alert: {
        context: {
          findings: Array.from(
            { length: 20 },
            (_, at) => `topic ${at}${"t".repeat(100 - String(at).length)} input blocked -`,
          ),
        },
      },
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", blocked())
          .expectAlert()
          .at("+23h", blocked())
          .expectUpdate({ eventCount: 2 })
          .at("+25h", blocked()),
      alert: { createdAt: "+25h" },
    },
  },
  ignores: {
    "a call that a guardrail let through": passed(),
    "a call of which a guardrail only masked a part": passed(FOUND.maskedEmail),
    "a finding that was only told": passed(FOUND.seenAttack),
    "Claude's own API, let through": passedNatively(),
    "a record without bodies": invocation({ operation: "InvokeModel" }),
  },
});
