import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { detectOnlySensitive } from "./detect-only-sensitive.ts";
import { blocked, FOUND, passed } from "./guarded-bodies.cases.ts";

const email = passed(FOUND.seenEmail);

export const detectOnlySensitiveCases = defineCases(detectOnlySensitive, {
  raises: {
    "fifteen addresses within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1m", 14, email)
          .expectNothing()
          .at("+59m59s999ms", passed(FOUND.seenEmail, { operation: "ConverseStream" })),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail saw sensitive information of 111122223333:user/dana and let it through",
        dedup: "111122223333:user/dana",
        context: { findings: ["sensitive-information EMAIL input detected -"] },
        destinations: [],
      },
    },
    "once a day": {
      records: (time) =>
        time
          .every("1m", 15, email)
          .expectAlert()
          .at("+23h")
          .every("1s", 20, email)
          .expectUpdate({ eventCount: 35 })
          .at("+33h")
          .every("1s", 20, email),
      alert: { createdAt: "+33h14s" },
    },
    "more than five times as many as is usual": {
      records: (time) =>
        [0, 1, 2]
          .reduce((days, day) => days.at(`+${day}d`).every("1m", 10, email), time)
          .at("+3d")
          .every("30s", 50, email)
          .expectNothing()
          .at("+3d25m", email),
      alert: { threshold: { measure: "baseline", value: 51 } },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    fourteen: (time) => time.every("1m", 14, email),
    "fifteen, the last an hour after the first": (time) => time.every("1m", 14, email).at("+1h", email),
    "addresses that were blocked or masked": (time) =>
      time.every("1m", 20, (at) => (at % 2 ? blocked(FOUND.email) : passed(FOUND.maskedEmail))),
    "attacks that were let through": (time) =>
      time.every("1m", 20, passed(FOUND.seenAttack, { operation: "ConverseStream" })),
  },
});
