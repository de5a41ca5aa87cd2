import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, FOUND, passed } from "./guarded-bodies.cases.ts";
import { guardrailGraveBlocks } from "./guardrail-grave-blocks.ts";

export const guardrailGraveBlocksCases = defineCases(guardrailGraveBlocks, {
  raises: {
    "five attacks and hatreds within an hour, by a millisecond, among many other calls": {
      records: (time) =>
        time
          .every("1s", 100, passed())
          .every("1m", 4, blockedStream(FOUND.attack))
          .expectNothing()
          .at("+1h1m", blocked(FOUND.hate)),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail is sure of several attacks by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        eventCount: 5,
        context: { findings: ["content HATE input blocked HIGH"] },
        destinations: [],
      },
    },
    "once an hour": {
      records: (time) =>
        time
          .every("1m", 5, blocked(FOUND.hate))
          .expectAlert()
          .at("+1h")
          .every("1m", 5, blocked(FOUND.hate))
          .at("+3h")
          .every("1m", 5, blocked(FOUND.hate)),
      alert: { createdAt: "+3h4m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    four: (time) => time.every("1m", 4, blocked(FOUND.attack)),
    "five, the last an hour after the first": (time) =>
      time.every("1m", 4, blocked(FOUND.attack)).at("+1h", blocked(FOUND.attack)),
    "hatred of which the filter is not sure, in streams": (time) =>
      time.every("1m", 10, blockedStream(FOUND.mildHate)),
    "denied topics": (time) => time.every("1m", 10, blocked(FOUND.topic)),
    "attacks that were let through": (time) => time.every("1m", 10, passed(FOUND.seenAttack)),
    "a topic that is called as the filter": (time) =>
      time.every(
        "1m",
        10,
        blocked({ topicPolicy: { topics: [{ name: "PROMPT_ATTACK", action: "BLOCKED" }] } }),
      ),
  },
});
