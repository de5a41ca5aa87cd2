import { defineCases, invocation } from "caracal/testing";
import { guardrailEvasion } from "./guardrail-evasion.ts";
import {
  blocked,
  blockedStream,
  blockedUntraced,
  passed,
  unguarded,
  unguardedStream,
} from "./guarded-bodies.cases.ts";

const kim = { identity: { arn: "arn:aws:iam::111122223333:user/kim" } };

export const guardrailEvasionCases = defineCases(guardrailEvasion, {
  raises: {
    "blocked twice, then answered in a stream without a guardrail": {
      records: (time) =>
        time.at("+0s", passed()).at("+2h", blocked(), blocked()).at("+2h14m59s", unguardedStream()),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana was blocked by a guardrail, then answered without one",
        context: {
          principal: "111122223333:user/dana",
          blocks: 2,
          findings: ["topic Legal advice input blocked -"],
          region: "eu-central-1",
        },
        destinations: [],
      },
    },
    "a principal that was never seen before": {
      records: (time) =>
        time.at("+0s", passed()).at("+2h", blockedStream(undefined, kim)).at("+2h5m", unguarded(kim)),
    },
    "again after six hours": {
      records: (time) =>
        time
          .at("+0s", passed())
          .at("+2h", blocked())
          .at("+2h1m", unguarded())
          .expectAlert()
          .at("+9h", blocked())
          .at("+9h1m", unguarded()),
    },
  },
  ignores: {
    "answered a quarter of an hour later": (time) =>
      time.at("+0s", passed()).at("+2h", blocked()).at("+2h15m", unguarded()),
    "answered with the guardrail": (time) =>
      time.at("+0s", unguarded()).at("+2h", blockedStream()).at("+2h5m", passed()),
    "a principal that calls both with and without": (time) =>
      time.every("1h", 5, unguarded()).at("+5h", blocked()).at("+5h5m", unguarded()),
    "a principal that does not ask for traces": (time) =>
      time.at("+0s", passed()).at("+2h", blockedUntraced()).at("+2h5m", unguarded()),
    "answered to another": (time) =>
      time.at("+0s", passed()).at("+2h", blocked()).at("+2h5m", unguardedStream(kim)),
    "a call that failed": (time) =>
      time
        .at("+0s", passed())
        .at("+2h", blocked())
        .at("+2h5m", invocation({ errorCode: "ThrottlingException", output: null })),
    "a record without bodies": (time) =>
      time.at("+0s", passed()).at("+2h", blocked()).at("+2h5m", invocation()),
  },
});
