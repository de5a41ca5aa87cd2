import { defineCases, invocation, type SampleOf } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { answering } from "./bodies.cases.ts";
import { secretInBlockedAnswer } from "./secret-in-blocked-answer.ts";
import { SECRET } from "./secret-samples.cases.ts";

/** A call whose answer a guardrail withheld; the trace has it. */
const withheld = (answer: string, differs: SampleOf<"AWS.BedrockModelInvocation"> = {}) =>
  invocation({
    output: {
      outputBodyJson: {
        ...answering("I cannot tell.", "guardrail_intervened").outputBodyJson,
        trace: {
          guardrail: {
            modelOutput: [answer],
            outputAssessments: [
              { gr7x2: { topicPolicy: { topics: [{ name: "Keys", type: "DENY", action: "BLOCKED" }] } } },
            ],
          },
        },
      },
    },
    ...differs,
  });

/** The same as a stream of Claude's own API. */
const withheldStream = (answer: string) =>
  invocation({
    operation: "InvokeModelWithResponseStream",
    output: {
      outputBodyJson: [
        {
          type: "message_stop",
          "amazon-bedrock-guardrailAction": "INTERVENED",
          "amazon-bedrock-trace": {
            guardrail: { modelOutput: [answer], actionReason: "Guardrail blocked." },
          },
        },
      ],
    },
  });

export const secretInBlockedAnswerCases = defineCases(secretInBlockedAnswer, {
  raises: {
    "a token": {
      records: withheld(`It is ${SECRET.gitHub}.`),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail withheld a secret from 111122223333:user/dana: github-token",
        dedup: "github-token 3ea469a0b286",
        context: { operation: "Converse", secrets: [{ kind: "github-token" }] },
        summary: { operation: { Converse: 1 } },
        destinations: [],
      },
    },
    "a private key in a stream": { records: withheldStream(SECRET.privateKey), alert: { severity: "HIGH" } },
    "once a week": {
      records: (time) => {
        const call = withheld(SECRET.gitHub);
        return time
          .at("+0s", call)
          .expectAlert()
          .at("+6d23h", call)
          .expectUpdate({ eventCount: 2 })
          .at("+7d1h", call);
      },
      alert: { createdAt: "+7d1h" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": UNTOLD,
    "an answer without a secret": withheld("Keys are in the safe."),
    "a key of documentation, in a stream": withheldStream("AKIAIOSFODNN7EXAMPLE"),
    "a secret in an answer that was given": invocation({ output: answering(SECRET.gitHub) }),
  },
});
