import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { detectOnly } from "./detect-only.ts";
import { blocked, FOUND, passed } from "./guarded-bodies.cases.ts";

const attack = passed(FOUND.seenAttack);

export const detectOnlyCases = defineCases(detectOnly, {
  raises: {
    "three attacks within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1m", 2, attack)
          .expectNothing()
          .at("+59m59s999ms", passed(FOUND.seenAttack, { operation: "ConverseStream" })),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail saw attacks by 111122223333:user/dana and let them through",
        dedup: "111122223333:user/dana",
        context: { action: "none", findings: ["content PROMPT_ATTACK input detected HIGH"] },
        destinations: [],
      },
    },
    "once an hour": {
      records: (time) =>
        time
          .every("1m", 3, attack)
          .expectAlert()
          .at("+30m", attack)
          .expectUpdate({ eventCount: 4 })
          .at("+2h")
          .every("1m", 3, attack),
      alert: { createdAt: "+2h2m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    "two attacks": (time) => time.every("1m", 2, attack),
    "three, the last an hour after the first": (time) => time.every("1m", 2, attack).at("+1h", attack),
    "attacks that were blocked": (time) => time.every("1m", 5, blocked(FOUND.attack)),
    "hatred that was let through": (time) =>
      time.every("1m", 5, passed(FOUND.seenHate, { operation: "ConverseStream" })),
  },
});
