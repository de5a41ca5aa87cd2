import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as bedrock from "../../../sdk/bedrock/index.ts";
import type { JsonValue } from "../../../sdk/event/index.ts";
import { freezeEvent } from "../../../sdk/testing/freeze-event.ts";
import { singleRecords } from "../../fixtures/sandbox-records.ts";
import { event } from "./event.ts";

const { errorClass, isClientError, model, principal, tokens } = bedrock;
const accessors = Object.values(bedrock);

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
  "messages",
  "role",
  "content",
  "type",
  "text",
  "toolUse",
  "toolResult",
  "system",
  "tools",
  "choices",
  "delta",
  "tool_calls",
  "function",
  "index",
  "output",
  "trace",
  "guardrail",
  "inputAssessment",
  "contentPolicy",
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
    operation: fc.oneof(fc.constantFrom("Converse", "InvokeModel"), anything),
    modelId: anything,
    identity: fc.oneof(fc.record({ arn: anything }), anything),
    input: fc.oneof(fc.record({ inputTokenCount: number, inputBodyJson: body }, { requiredKeys: [] }), body),
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
      for (const accessor of accessors) expect(() => accessor(one)).not.toThrow();
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

const records = singleRecords().map((record) => JSON.stringify(record));
/** Every value that stands anywhere in a record. */
const values = records.flatMap((record) => {
  const found: JsonValue[] = [];
  JSON.parse(record, (_, value: JsonValue) => {
    found.push(value);
    return value;
  });
  return found;
});
/** Any JSON without -0, which does not outlast writing. */
const written = fc.json().map((json) => JSON.parse(json) as JsonValue);
/** A record in which some values are replaced: by any JSON, or by what stands elsewhere in a record. */
const mutated = fc
  .record({
    record: fc.constantFrom(...records),
    edits: fc.dictionary(fc.nat({ max: 120 }).map(String), fc.oneof(fc.constantFrom(...values), written), {
      maxKeys: 6,
    }),
  })
  .map(({ record, edits }): unknown => {
    let place = 0;
    return JSON.parse(record, (_, value: unknown) => edits[place++] ?? value);
  });

test("records that were tampered with make no accessor throw or change them, and answers are JSON", () => {
  fc.assert(
    fc.property(mutated, (record) => {
      const one = freezeEvent(event(structuredClone(record) ?? {}));
      for (const accessor of accessors) {
        const answer = accessor(one);
        if (typeof answer !== "object") continue;
        expect(Object.isFrozen(answer)).toBe(true);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }
    }),
    { numRuns: 2_000 },
  );
});
