import { defineCases, invocation } from "caracal/testing";
import {
  blocked,
  blockedStream,
  blockedUntraced,
  FOUND,
  passed,
  passedNatively,
  unguarded,
} from "./guarded-bodies.cases.ts";
import { guardrailBlocks } from "./guardrail-blocks.ts";

export const guardrailBlocksCases = defineCases(guardrailBlocks, {
  raises: {
    "four blocks within an hour, by a millisecond": {
      records: (time) =>
        time.every("1m", 3, blocked()).expectNothing().at("+59m59s999ms", blocked(FOUND.mildHate)),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail keeps blocking 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        context: { guardedCalls: 4, since: "2026-03-02T09:00:00.000Z", guardrails: ["gr7x2"] },
        summary: { operation: { Converse: 4 } },
        destinations: [],
      },
    },
    "three attacks on the prompt, in streams": {
      records: (time) => time.every("1m", 3, blockedStream(FOUND.attack)),
      alert: { eventCount: 3 },
    },
    "three blocks of sure hatred": { records: (time) => time.every("1m", 3, blocked(FOUND.hate)) },
    "eight blocks without a trace": {
      records: (time) => time.every("1m", 7, blockedUntraced()).expectNothing().at("+8m", blockedUntraced()),
    },
    "five blocks among ten calls that went through": {
      records: (time) =>
        time.every("1m", 10, passed()).every("1m", 4, blocked()).expectNothing().every("1m", 1, blocked()),
      alert: { eventCount: 15 },
    },
    "ten blocks are grave": {
      records: (time) =>
        time
          .every("1m", 9, blocked())
          .expectAlert({ severity: "MEDIUM" })
          .every("1m", 1, blocked())
          .expectUpdate({ severity: "HIGH" })
          .at("+2h")
          .every("1m", 4, blocked()),
      alert: { createdAt: "+2h3m" },
    },
  },
  ignores: {
    "three blocks": (time) => time.every("1m", 3, blocked()),
    "four blocks, the last an hour after the first": (time) =>
      time.every("1m", 3, blocked()).at("+1h", blocked()),
    "four blocks of two users": (time) =>
      time.every("1m", 4, (at) =>
        blocked(FOUND.topic, { identity: { arn: `arn:aws:iam::111122223333:user/u${at % 2}` } }),
      ),
    "a busy application whose filter is wrong once in twenty calls": (time) =>
      time.every("10s", 200, (at) => (at % 20 === 19 ? blocked() : passedNatively())),
    "calls without a guardrail": (time) => time.every("1m", 10, unguarded()),
    "records without bodies": (time) => time.every("1m", 10, invocation({ operation: "InvokeModel" })),
  },
});
