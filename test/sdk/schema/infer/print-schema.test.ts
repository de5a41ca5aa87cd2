import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { readSchema } from "../../../../sdk/schema/read-schema.ts";
import { inferredText } from "./infer.ts";

test("the schema is written as a person would write it, with what to look at in comments", () => {
  const records = Array.from({ length: 6 }, (_, id) => ({
    timestamp: `2026-03-02T09:00:0${id}Z`,
    source: { ip: `10.0.0.${id}`, port: 40_000 + id, zone: null },
    outcome: id % 2 === 0 ? "OK" : "FAILED",
    reason: id === 0 ? "out of paper" : null,
    retries: id === 0 ? 2 ** 60 : id,
    labels: { [`10.0.0.${id}`]: true },
    steps: [{ name: "read", at: 1_700_000_000 + id }],
    errors: [],
    session: null,
    p_event_time: "2026-03-02 09:00:00.000000000",
  }));
  expect(
    inferredText(records),
  ).toBe(`# Inferred from 6 records. Describe what they mean, and correct what other records may have.

schema: Custom.Sample
description: What writes this log, and what one record of it stands for.
fields:
    - name: timestamp
      required: true
      type: timestamp
      timeFormats:
        - rfc3339
      isEventTime: true
    - name: source
      required: true
      type: object
      fields:
        - name: ip
          required: true
          type: string
          indicators:
            - ip
        - name: port
          required: true
          type: bigint
        # always null in the samples, so of no known type: zone
    # where there can be no other values, add validate: { allow: [FAILED, OK] }
    - name: outcome
      required: true
      type: string
    - name: reason
      type: string
    # some are beyond 2^53: Caracal leaves those out rather than round them
    - name: retries
      type: bigint
    # objects whose keys are data
    - name: labels
      required: true
      type: json
    - name: steps
      required: true
      type: array
      element:
        type: object
        fields:
          - name: name
            required: true
            type: string
          - name: at
            required: true
            type: timestamp
            timeFormats:
              - unix
    # always empty in the samples, so of no known type
    - name: errors
      required: true
      type: array
      element:
        type: json
    # always null in the samples, so of no known type: session
    # left out, for p_ is kept for standard fields: p_event_time
`);
});

test("a schema without an event time says so", () => {
  expect(inferredText([{ a: 1 }])).toContain(
    "# Inferred from 1 record. Describe what they mean, and correct what other records may have.\n# No field was found that says when it happened: where there is one, add isEventTime: true to it.\n",
  );
});

/** The schema of a field that has each value three times. */
function often(name: string, values: readonly string[]): string {
  return inferredText([...values, ...values, ...values].map((value) => ({ [name]: value })));
}

const CHOICE = "add validate:";

describe("values are shown in comments", () => {
  test.each<[string, string[]]>([
    ["outcome", ["OK", "FAILED"]],
    ["region", ["us-east-1", "eu-central-1"]],
    ["model", ["anthropic.claude-3-5-sonnet-20240620", "amazon.nova-pro-v1"]],
  ])("where they are a few words: %s", (name, values) => {
    expect(often(name, values)).toContain(`${CHOICE} { allow: [${values.toSorted().join(", ")}] }\n`);
  });

  test("so that what they suggest can be pasted", () => {
    const suggested = /add (validate: .*)/.exec(often("answer", ["true-ish", "no", "null"]))?.[1] ?? "";
    const text = `schema: Custom.A\nfields:\n  - name: answer\n    type: string\n    ${suggested}\n`;
    expect(readSchema(text, "a.yml").fields[0]).toMatchObject({
      validate: { allow: ["no", "null", "true-ish"] },
    });
  });

  test.each<[string, string, string[]]>([
    ["when they may be of a person", "owner", ["dana", "amir"]],
    ["when they may be secret", "password", ["letmein", "hunter"]],
    ["when one looks like a key", "value", ["AKIAMADEUPMADEUP1234", "none"]],
    ["when one looks like a handle", "value", ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "none"]],
    ["when one is an e-mail address", "value", ["dana@claims.example", "none"]],
    ["when one is an account", "recipientAccount", ["111122223333", "none"]],
    ["when they are many", "value", ["a", "b", "c", "d", "e", "f", "g", "h", "i"]],
    ["when one is long", "value", ["word-".repeat(9), "none"]],
    ["when one is a sentence", "value", ["out of paper", "none"]],
    ["when there is but one, which is no choice", "value", ["OK"]],
  ])("but not %s", (_, name, values) => {
    expect(often(name, values)).not.toContain(CHOICE);
  });

  test("nor when one of them is rare", () => {
    const values = [...Array.from({ length: 50 }, () => "OK"), "FAILED"];
    expect(inferredText(values.map((outcome) => ({ outcome })))).not.toContain(CHOICE);
  });
});

test("whatever the fields are called, the text reads back with the same names", () => {
  const name = fc
    .string({
      unit: fc.constantFrom(...Array.from("ab:#-?!&*[]{}|>'\"%@`, \n\r\t\\0\u0000\u0085\u2028\uFEFF")),
      minLength: 1,
    })
    .filter((text) => !text.startsWith("p_"));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), fc.uniqueArray(name), (names, nulls) => {
      const record = Object.fromEntries([
        ...nulls.map((key) => [key, null] as const),
        ...names.map((key) => [key, { [key]: "x" }] as const),
      ]);
      // Keys that are digits come first in every object, whatever came first in the log.
      const { fields } = readSchema(inferredText([record, record, record]), "sample.yml");
      expect(fields.map((field) => field.name).toSorted()).toEqual(names.toSorted());
    }),
  );
});
