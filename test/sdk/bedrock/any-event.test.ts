import * as fc from "fast-check";
import { expect, test } from "vitest";
import { errorClass, isClientError, model, principal, tokens } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

const number = fc.oneof(fc.double(), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
const key = fc.constantFrom(
  "usage",
  "message",
  "metadata",
  "response",
  "results",
  "meta",
  "tokens",
  "amazon-bedrock-invocationMetrics",
  "inputTokens",
  "input_tokens",
  "prompt_tokens",
  "input_tokens_details",
  "prompt_tokens_details",
  "cached_tokens",
  "tokenCount",
  "outputTokenCount",
  "constructor",
  "__proto__",
);
/** JSON that often has the keys which count tokens, at any depth and with any value. */
const { body } = fc.letrec((tie) => ({
  body: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    number,
    fc.array(tie("body"), { maxLength: 4 }),
    fc.dictionary(key, tie("body"), { maxKeys: 5 }),
  ),
}));

const arn = fc.array(
  fc.constantFrom("arn", "aws", "iam", "sts", "user", "assumed-role", ":", "::", "/", "x"),
);
const text = fc.oneof(
  fc.string(),
  arn.map((parts) => parts.join("")),
);
const anything = fc.oneof(text, fc.jsonValue(), fc.constant(undefined));
const fields = fc.record(
  {
    accountId: anything,
    errorCode: anything,
    modelId: anything,
    identity: fc.oneof(fc.record({ arn: anything }), anything),
    input: fc.oneof(fc.record({ inputTokenCount: number }, { requiredKeys: [] }), body),
    output: fc.oneof(
      fc.record({ outputTokenCount: number, outputBodyJson: body }, { requiredKeys: [] }),
      body,
    ),
  },
  { requiredKeys: [] },
);

test("no event makes any accessor throw, and counts stay counts", () => {
  fc.assert(
    fc.property(fields, (some) => {
      const one = event(some);
      for (const count of Object.values(tokens(one))) {
        expect(Number.isFinite(count) && count >= 0).toBe(true);
      }
      expect(principal(one).key.endsWith(":")).toBe(false);
      expect(model(one).id).not.toBe("");
      expect(isClientError(one) && errorClass(one) === undefined).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
