import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, blockedUntraced, FOUND, passed } from "./guarded-bodies.cases.ts";
import { guardrailPolicyRepeated } from "./guardrail-policy-repeated.ts";

export const guardrailPolicyRepeatedCases = defineCases(guardrailPolicyRepeated, {
  raises: {
    "six denied topics within an hour, by a millisecond": {
      records: (time) => time.every("1m", 5, blocked()).expectNothing().at("+59m59s999ms", blockedStream()),
      alert: {
        severity: "LOW",
        title: "One policy of a guardrail blocks 111122223333:user/dana again and again",
        dedup: "111122223333:user/dana topic",
        context: { action: "blocked" },
        destinations: [],
      },
    },
    "six times sensitive information, whatever else was masked first": {
      records: (time) => time.every("1m", 6, blocked({ ...FOUND.seenAttack, ...FOUND.email })),
      alert: { dedup: "111122223333:user/dana sensitive-information" },
    },
    "once a day": {
      records: (time) =>
        time
          .every("1m", 6, blocked())
          .expectAlert()
          .at("+23h")
          .every("1m", 6, blocked())
          .expectUpdate({ eventCount: 12 })
          .at("+25h")
          .every("1m", 6, blocked()),
      alert: { createdAt: "+25h5m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    five: (time) => time.every("1m", 5, blocked()),
    "six, the last an hour after the first": (time) => time.every("1m", 5, blocked()).at("+1h", blocked()),
    "six of two policies": (time) =>
      time.every("1m", 6, (at) => blockedStream(at % 2 ? FOUND.topic : FOUND.email)),
    "six without a trace": (time) => time.every("1m", 6, blockedUntraced()),
    "six that were only masked": (time) => time.every("1m", 6, passed(FOUND.maskedEmail)),
  },
});
