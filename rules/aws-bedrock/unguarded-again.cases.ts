import { defineCases, invocation } from "caracal/testing";
import { passed, passedNatively, unguarded, unguardedStream } from "./guarded-bodies.cases.ts";
import { unguardedAgain } from "./unguarded-again.ts";

export const unguardedAgainCases = defineCases(unguardedAgain, {
  raises: {
    "the first call without a guardrail after six hours": {
      records: (time) =>
        time
          .at("+0s", unguarded())
          .at("+5h", passedNatively())
          .expectMatches(1)
          .at("+6h1m", unguardedStream())
          .expectMatches(1),
    },
    "the first call of a principal": {
      records: (time) =>
        time
          .at("+0s", passed())
          .at("+1h", unguarded({ identity: { arn: "arn:aws:iam::111122223333:user/kim" } })),
    },
  },
  ignores: {
    "calls without a guardrail every few hours": (time) => time.every("359m", 6, unguarded()),
    "the first hour": (time) => time.at("+0s", passed()).at("+59m", unguardedStream()),
    "failed calls": (time) =>
      time.at("+0s", passed()).at("+2h", { ...unguarded(), errorCode: "ThrottlingException" }),
    "records without bodies": (time) => time.at("+0s", passed()).at("+2h", invocation()),
    "answers without a text, such as embeddings": (time) =>
      time
        .at("+0s", passed())
        .at(
          "+2h",
          invocation({ operation: "InvokeModel", output: { outputBodyJson: { embedding: [0.1] } } }),
        ),
  },
});
