import { defineCases, invocation } from "caracal/testing";
import { answering, asked, brought, streaming } from "./bodies.cases.ts";
import { secretInAnswer } from "./secret-in-answer.ts";
import { SECRET } from "./secret-samples.cases.ts";

const { accessKey, gitHub } = SECRET;

export const secretInAnswerCases = defineCases(secretInAnswer, {
  raises: {
    "an access key": {
      records: asked("What is the key?", { output: answering(`It is ${accessKey}.`) }),
      alert: {
        severity: "MEDIUM",
        title: "A model told a secret to 111122223333:user/dana: aws-access-key",
        dedup: "aws-access-key c7d9cef67d1c",
        context: { operation: "Converse", secrets: [{ kind: "aws-access-key", hash: "c7d9cef67d1c" }] },
        summary: { operation: { Converse: 1 } },
        destinations: [],
      },
    },
    "a private key in a stream, cut in pieces": {
      records: invocation({
        operation: "InvokeModelWithResponseStream",
        output: streaming(SECRET.privateKey.match(/[^]{1,9}/g) ?? []),
      }),
      alert: { severity: "HIGH" },
    },
    "one that was not in the question, beside one that was": {
      records: asked(`Is it ${accessKey}?`, {
        output: answering(`No, ${accessKey} is old; ${gitHub} is new.`),
      }),
      alert: { context: { secrets: [{ kind: "github-token" }] } },
    },
    "once a week": {
      records: (time) => {
        const told = asked("What is it?", { output: answering(gitHub) });
        return time
          .at("+0s", told)
          .expectAlert()
          .at("+6d23h", told)
          .expectUpdate({ eventCount: 2 })
          .at("+7d1h", told);
      },
      alert: { createdAt: "+7d1h" },
    },
  },
  ignores: {
    "what the user brought": asked(`Explain ${accessKey}`, {
      output: answering(`${accessKey} is a key id.`),
    }),
    "what a tool brought": brought(gitHub, { output: answering(`The file has ${gitHub}.`) }),
    "a key of documentation, in a stream": invocation({
      operation: "InvokeModelWithResponseStream",
      output: streaming(["Use AKIAIOSFODNN7", "EXAMPLE."]),
    }),
    "a record without bodies": invocation(),
  },
});
