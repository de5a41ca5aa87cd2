import { defineCases, invocation } from "caracal/testing";
import { guardrailMissing } from "./guardrail-missing.ts";
import { passed, passedNatively, unguarded, unguardedStream } from "./guarded-bodies.cases.ts";

const KIM = { identity: { arn: "arn:aws:iam::111122223333:user/kim" } };

export const guardrailMissingCases = defineCases(guardrailMissing, {
  raises: {
    "a call without, after three days of guarded ones": {
      records: (time) => time.every("12h", 7, passed()).at("+3d", unguardedStream()),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana is always guarded, and called without a guardrail",
        dedup: "111122223333:user/dana",
        context: { principal: "111122223333:user/dana", region: "eu-central-1" },
        destinations: [],
      },
    },
    "a call without, a month after the last": {
      records: (time) =>
        time
          .at("+0s", unguarded())
          .every("1d", 31, passedNatively())
          .at("+31d", unguardedStream())
          .at("+31d1h", unguarded()),
      alert: { severity: "MEDIUM", eventCount: 1 },
    },
    "one principal where another always calls without": {
      records: (time) =>
        time.every("12h", 8, passed()).every("12h", 8, unguarded(KIM)).at("+9d", unguarded()),
      alert: { dedup: "111122223333:user/dana" },
    },
    "a guardrail where there was none, as something worth knowing": {
      records: (time) => time.every("12h", 7, unguarded()).at("+3d", passed()),
      alert: {
        severity: "INFO",
        title: "111122223333:user/dana has a guardrail, which it had not",
      },
    },
  },
  ignores: {
    "a principal that is known for less than three days": (time) =>
      time.every("12h", 6, passed()).at("+2d23h59m59s999ms", unguarded()),
    "a principal that calls both": (time) =>
      time.at("+0s", unguarded()).every("3h", 30, passed()).at("+4d", unguarded()),
    "failed calls, and records without bodies": (time) =>
      time
        .every("3h", 30, passed())
        .at("+4d1h", invocation(), { ...unguarded(), errorCode: "ThrottlingException" }),
    "one that was never guarded": (time) => time.every("3h", 40, unguardedStream()),
  },
});
