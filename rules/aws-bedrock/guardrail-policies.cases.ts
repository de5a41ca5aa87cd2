import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, FOUND, passed } from "./guarded-bodies.cases.ts";
import { guardrailPolicies } from "./guardrail-policies.ts";

const both = { ...FOUND.topic, ...FOUND.hate };

export const guardrailPoliciesCases = defineCases(guardrailPolicies, {
  raises: {
    "a topic and a content filter": {
      records: blocked(both),
      alert: {
        severity: "LOW",
        title: "Several policies of a guardrail blocked a call of 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        context: { findings: ["topic Legal advice input blocked -", "content HATE input blocked HIGH"] },
        destinations: [],
      },
    },
    "both in a stream, once a day": {
      records: (time) =>
        time
          .at("+0s", blockedStream(both))
          .expectAlert()
          .at("+23h", blockedStream(both))
          .expectUpdate({ eventCount: 2 })
          .at("+25h", blocked(both)),
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": UNTOLD,
    "one policy": blocked(FOUND.topic),
    "one policy twice, in a stream": blockedStream({
      topicPolicy: { topics: ["Law", "Health"].map((name) => ({ name, type: "DENY", action: "BLOCKED" })) },
    }),
    "one that blocked, and one that only masked": blocked({ ...FOUND.topic, ...FOUND.maskedEmail }),
    "two that only told": passed({ ...FOUND.seenEmail, ...FOUND.seenAttack }),
    "two that only masked": passed({ ...FOUND.maskedEmail, ...FOUND.seenAttack }),
  },
});
