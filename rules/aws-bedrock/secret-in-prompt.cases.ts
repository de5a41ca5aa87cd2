import { defineCases, invocation } from "caracal/testing";
import { asked, askedNatively, brought, instructed, prompted } from "./bodies.cases.ts";
import { secretInPrompt } from "./secret-in-prompt.ts";
import { SECRET } from "./secret-samples.cases.ts";

const { accessKey, secretKey } = SECRET;

export const secretInPromptCases = defineCases(secretInPrompt, {
  raises: {
    "an access key": {
      records: asked(`Why is ${accessKey} denied?`),
      alert: {
        severity: "MEDIUM",
        title: "A secret was sent to a model by 111122223333:user/dana: aws-access-key",
        dedup: "aws-access-key c7d9cef67d1c",
        context: {
          principal: "111122223333:user/dana",
          operation: "Converse",
          secrets: [
            {
              kind: "aws-access-key",
              hash: "c7d9cef67d1c",
              redacted: "aws-access-key AKIA…",
              risk: "medium",
            },
          ],
        },
        summary: { operation: { Converse: 1 } },
        destinations: [],
      },
    },
    "the secret beside its id, in Claude's own API": {
      records: askedNatively(`AWS_ACCESS_KEY_ID=${accessKey}\nAWS_SECRET_ACCESS_KEY=${secretKey}`),
      alert: {
        severity: "HIGH",
        context: { secrets: [{ kind: "aws-secret-key" }, { kind: "aws-access-key" }] },
      },
    },
    "a private key that a tool brought": { records: brought(SECRET.privateKey), alert: { severity: "HIGH" } },
    "a web token in the system's text": {
      records: instructed(`Use ${SECRET.webToken}`),
      alert: { severity: "MEDIUM" },
    },
    "cut over two blocks": { records: asked([accessKey.slice(0, 9), accessKey.slice(9)]) },
    "in base64, in a prompt that is one text": {
      records: prompted(`See ${btoa(`the key is ${accessKey}`)}`),
    },
    "the worst of several, wherever they stand": {
      records: instructed(SECRET.privateKey, `Why is ${accessKey} denied?`),
      alert: { severity: "HIGH" },
    },
    "once a week, and another secret for itself": {
      records: (time) =>
        time
          .at("+0s", asked(accessKey))
          .expectAlert()
          .at("+6d23h", askedNatively(accessKey))
          .expectUpdate({ eventCount: 2 })
          .at("+6d23h", asked(SECRET.otherAccessKey))
          .expectAlert()
          .at("+7d1h", asked(accessKey)),
      alert: { createdAt: "+7d1h" },
    },
    "more than twenty": {
      records: asked(
        Array.from({ length: 25 }, (_, at) => `AKIA2B3C4D5E6F7G2H${String(at).padStart(2, "0")}`).join(" "),
      ),
      alert: { context: { secrets: Array.from({ length: 20 }, () => ({ kind: "aws-access-key" })) } },
    },
  },
  ignores: {
    "a key of documentation": asked("Use AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY."),
    "keys to be filled in": prompted(
      "export TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx AKIAXXXXXXXXXXXXXXXX",
    ),
    "ids and hashes": askedNatively(
      "Commit 9fceb02d0ae598e95dc970b74767f19372d61af8, request 0f8fad5b-d9cb-469f-a165-70867728950e",
    ),
    "a record without bodies": invocation({ operation: "ConverseStream" }),
  },
});
