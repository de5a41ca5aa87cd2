import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, blockedUntraced, passed, unguarded } from "./guarded-bodies.cases.ts";
import { guardrailBlocksSlow } from "./guardrail-blocks-slow.ts";

export const guardrailBlocksSlowCases = defineCases(guardrailBlocksSlow, {
  raises: {
    "six blocks, one every four hours": {
      records: (time) =>
        time.every("4h", 5, blocked()).expectNothing().at("+23h59m59s999ms", blockedStream()),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail blocks 111122223333:user/dana all day",
        dedup: "111122223333:user/dana",
        context: { guardedCalls: 6, since: "2026-03-02T09:00:00.000Z", action: "blocked" },
        summary: { operation: { Converse: 5, InvokeModelWithResponseStream: 1 } },
        destinations: [],
      },
    },
    "twelve blocks without a trace": {
      records: (time) =>
        time.every("1h", 11, blockedUntraced()).expectNothing().every("1h", 1, blockedUntraced()),
    },
    "seven among ten that went through": {
      records: (time) =>
        time.every("1h", 10, passed()).every("1h", 6, blocked()).expectNothing().every("1h", 1, blocked()),
    },
    "once a day": {
      records: (time) =>
        time
          .every("1m", 6, blocked())
          .expectAlert()
          .at("+23h", blocked())
          .expectUpdate({ eventCount: 7 })
          .at("+25h")
          .every("1m", 6, blocked()),
      alert: { createdAt: "+1d1h5m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    "six blocks, the last a day after the first": (time) =>
      time.every("4h", 5, blocked()).at("+1d", blocked()),
    "five blocks": (time) => time.every("1m", 5, blocked()),
    "a filter that is wrong once in ten calls": (time) =>
      time.every("5m", 200, (at) => (at % 10 === 9 ? blocked() : passed())),
    "calls without a guardrail": (time) => time.every("1h", 12, unguarded()),
  },
});
