import { defineCases, type SampleOf } from "caracal/testing";
import { DANA, refusal, session } from "./call-by.cases.ts";
import { keyCheckerProbe } from "./key-checker-probe.ts";

type Body = NonNullable<NonNullable<SampleOf<typeof keyCheckerProbe>["input"]>["inputBodyJson"]>;

const HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";
const LEGACY = "anthropic.claude-v2:1";
const EMPTY = "\n\nHuman:\n\nAssistant:";

/** A refused call with a body. */
const asked = (
  inputBodyJson: Body,
  differs: SampleOf<typeof keyCheckerProbe> = {},
  errorCode = "ValidationException",
) => refusal(errorCode, HAIKU, { operation: "InvokeModel", input: { inputBodyJson }, ...differs });

const messages = [{ role: "user", content: "Hello" }];

export const keyCheckerProbeCases = defineCases(keyCheckerProbe, {
  raises: {
    "less than no tokens, of a legacy model": {
      records: asked(
        { prompt: "\n\nHuman: Hello\n\nAssistant:", max_tokens_to_sample: -1 },
        { modelId: LEGACY },
      ),
      alert: {
        severity: "HIGH",
        title: "The key of 111122223333:user/dana was tested for Bedrock",
        dedup: "111122223333:user/dana",
        context: {
          principal: "111122223333:user/dana",
          model: LEGACY,
          error: "ValidationException",
          tokenLimit: -1,
          region: "eu-central-1",
        },
        summary: {
          errorCode: { ValidationException: 1 },
          modelId: { [LEGACY]: 1 },
          region: { "eu-central-1": 1 },
        },
        destinations: [],
      },
    },
    "no tokens, in Converse": {
      records: asked(
        { messages: [{ role: "user", content: [{ text: "Hello" }] }], inferenceConfig: { maxTokens: 0 } },
        { operation: "ConverseStream", identity: { arn: session("task") } },
      ),
      alert: { dedup: "111122223333:role/claims-summary", context: { tokenLimit: 0 } },
    },
    "a key that may not": {
      records: asked({ messages, max_tokens: -1 }, {}, "AccessDeniedException"),
      alert: { context: { error: "AccessDeniedException" } },
    },
    "an empty conversation": {
      records: asked({ prompt: EMPTY, max_tokens_to_sample: 10 }, { modelId: LEGACY }),
    },
    "an empty conversation with spaces": {
      records: asked({ prompt: "  \n\nHuman: \n\nAssistant: " }, { modelId: LEGACY }),
    },
    "once in six hours": {
      records: (time) =>
        time
          .at("+0s", asked({ messages, max_tokens: 0 }))
          .expectAlert()
          .at("+5h59m", asked({ messages, max_tokens: 0 }))
          .expectUpdate({ eventCount: 2 })
          .at("+6h", asked({ messages, max_tokens: 0 })),
      alert: { createdAt: "+6h" },
    },
  },
  ignores: {
    "one token": asked({ messages, max_tokens: 1 }),
    "an invalid request without a limit": asked({ messages }),
    "no tokens, where the call went well": refusal("", HAIKU, {
      input: { inputBodyJson: { messages, max_tokens: 0 } },
    }),
    "no tokens, where the service failed": asked({ messages, max_tokens: 0 }, {}, "InternalServerException"),
    "a conversation that says something": asked({ prompt: "\n\nHuman: Hello\n\nAssistant:" }),
    "an empty conversation that goes on for long": asked({ prompt: EMPTY + " ".repeat(50) }),
    "a prompt that is no text": asked({ prompt: [EMPTY] }, { operation: "InvokeModelWithResponseStream" }),
    "a body that is a list, a text or nothing": [
      asked([EMPTY]),
      asked("prompt"),
      refusal("ValidationException", HAIKU, { identity: { arn: DANA } }),
    ],
  },
});
