import * as fc from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../../sdk/base/json.ts";
import { fieldTree } from "../../../../sdk/event/field-tree.ts";
import { awsBedrockModelInvocation } from "../../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import { awsCloudTrail } from "../../../../sdk/event/generated/aws-cloud-trail.ts";
import { disguiseRecord, WORD_FIELDS } from "../../../../sdk/cli/scaffold/disguise-record.ts";
import { TextDisguise } from "../../../../sdk/cli/scaffold/disguise-text.ts";
import { invocation, SAMPLE_TIME, trailEvent } from "../../../../sdk/testing/samples.ts";
import { textOf } from "../../../docs/pages.ts";
import { REPOSITORY } from "../caracal.ts";

const FROM = Date.parse("2026-08-12T09:10:12Z");

const disguise = (): TextDisguise => new TextDisguise(FROM, Date.parse(SAMPLE_TIME));

describe("a text", () => {
  test.each([
    ["an account", "999988887777", "111122223333"],
    ["a user", "arn:aws:iam::999988887777:user/sales/vera", "arn:aws:iam::111122223333:user/user-1"],
    [
      "a session",
      "arn:aws:sts::999988887777:assumed-role/app/vera",
      "arn:aws:sts::111122223333:assumed-role/role-1/session-1",
    ],
    [
      "a person signed in",
      "arn:aws:sts::999988887777:assumed-role/AWSReservedSSO_Ops_ab12/vera",
      "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_role-1/session-1",
    ],
    ["the root user", "arn:aws:iam::999988887777:root", "arn:aws:iam::111122223333:root"],
    ["a bucket", "arn:aws:s3:::vera-bucket/vera.txt", "arn:aws:s3:::resource-1"],
    [
      "a model of AWS",
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
    ],
    [
      "a model of one's own",
      "arn:aws:bedrock:us-east-1:999988887777:custom-model/vera",
      "arn:aws:bedrock:us-east-1:111122223333:custom-model/custom-model-1",
    ],
    ["what only looks like an ARN", "arn:vera:iam::999988887777:user/x", "text-1"],
    ["a service", "lambda.amazonaws.com", "lambda.amazonaws.com"],
    ["an address", "203.0.113.7", "192.0.2.1"],
    ["a long address", "2001:db8:1::4f", "2001:db8::1"],
    ["mail", "vera@claims.example", "person-1@example.org"],
    ["an id", "b1e2d3c4-5a69-4788-9796-0a0000000003", "00000000-0000-4000-8000-000000000001"],
    ["a time", "2026-08-12T09:10:13.500Z", "2026-03-02T09:00:01.500Z"],
    ["a time in seconds", String(FROM / 1_000 + 5), String(Date.parse(SAMPLE_TIME) / 1_000 + 5)],
    ["digits", "4021998877665544", "1"],
    ["anything else", "Vera's laptop", "text-1"],
    ["nothing", "", ""],
  ])("that is %s", (_, text, made) => {
    expect(disguise().text(text)).toBe(made);
  });

  test("becomes the same each time, and another one another", () => {
    const one = disguise();
    const texts = [
      "vera",
      "ole",
      "vera",
      "arn:aws:iam::999988887777:user/vera",
      "999988887777",
      "888877776666",
    ];
    expect(texts.map((text) => one.text(text))).toEqual([
      "text-1",
      "text-2",
      "text-1",
      "arn:aws:iam::111122223333:user/user-1",
      "111122223333",
      "444455556666",
    ]);
  });
});

/** Texts of all forms with something in them that must not be seen again. */
const secret = fc
  .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 7 }))
  .map(([number, form]) => {
    const name = `vera${number}x`;
    const forms = [
      `${name} ${name}`,
      `arn:aws:iam::9988${number}77665:user/${name}`,
      `arn:aws:sts::9988${number}77665:assumed-role/${name}/${name}`,
      `arn:aws:lambda:us-east-1:9988${number}77665:${name}/${name}`,
      `${name}@${name}.example`,
      `203.0.113.${number % 256}`,
      `https://${name}.example/?q=${name}`,
      `9988${number}77665`,
    ];
    return forms[form] ?? name;
  });

/** Whether a text that is kept in a secret one's place tells it. */
const TELLS = /vera\d|9988\d|203\.0\.113/;

const LOGS = [
  { logType: awsBedrockModelInvocation, records: [invocation(), ...fixtures("aws-bedrock/records/*.json")] },
  { logType: awsCloudTrail, records: [trailEvent()] },
];

function fixtures(pattern: string): JsonObject[] {
  return globSync(pattern, { cwd: join(REPOSITORY, "fixtures") }).map(
    (file) => JSON.parse(readFileSync(join(REPOSITORY, "fixtures", file), "utf8")) as JsonObject,
  );
}

/** A value with every text in it replaced, and a key that no schema knows in every object. */
function filled(value: JsonValue, texts: Iterator<string>): JsonValue {
  const next = (): string => texts.next().value as string;
  if (typeof value === "string") return next();
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => filled(item, texts));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, filled(item as JsonValue, texts)] as const,
  );
  return Object.fromEntries([...entries, ["unknown", { [next()]: next() }]]);
}

function* repeated(texts: readonly string[]): Generator<string> {
  for (;;) yield* texts;
}

test("whatever texts a record has, none of them is told", () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 5, maxLength: 40 }),
      fc.nat({ max: LOGS.length - 1 }),
      fc.nat(),
      (texts, which, at) => {
        const log = LOGS[which];
        if (log === undefined) return;
        const record = log.records[at % log.records.length] ?? {};
        const known = { tree: fieldTree(log.logType), unknown: new Map<string, string>() };
        const made = disguiseRecord(filled(record, repeated(texts)) as JsonObject, known, disguise());
        expect(JSON.stringify(made)).not.toMatch(TELLS);
      },
    ),
  );
});

test("free JSON and what the schema does not know are left out, whatever they hold", () => {
  const record = invocation({ input: { inputBodyJson: { messages: ["hello"] }, inputTokenCount: 7 } });
  const known = {
    tree: fieldTree(awsBedrockModelInvocation),
    unknown: new Map([["input.odd", "string"]]),
  };
  const odd = { ...record, input: { ...(record.input as JsonObject), odd: "text" } };
  expect(disguiseRecord(odd, known, disguise()).input).toEqual({
    inputContentType: "application/json",
    inputTokenCount: 7,
  });
});

test("the docs name every field whose words are kept, and no other", () => {
  const [, list = ""] = /fields named ([^]*?), in any case/.exec(textOf("docs/command-line.md")) ?? [];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name.toLowerCase());
  expect(named.toSorted()).toEqual([...WORD_FIELDS].toSorted());
});
