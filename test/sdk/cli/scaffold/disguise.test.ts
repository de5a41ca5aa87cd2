import * as fc from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../../sdk/base/json.ts";
import { awsBedrockModelInvocation } from "../../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import { awsCloudTrail } from "../../../../sdk/event/generated/aws-cloud-trail.ts";
import { AWS_WORDS, isAwsWord } from "../../../../sdk/cli/scaffold/aws-words.ts";
import { disguiseRecord } from "../../../../sdk/cli/scaffold/disguise-record.ts";
import { TextDisguise } from "../../../../sdk/cli/scaffold/disguise-text.ts";
import { schemaOf } from "../../../../sdk/cli/scaffold/top-fields.ts";
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
    [
      "a profile of AWS",
      "arn:aws:bedrock:us-east-1:999988887777:inference-profile/us.amazon.nova-pro-v1:0",
      "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-pro-v1:0",
    ],
    [
      "a model that nobody else has",
      "arn:aws:bedrock:us-east-1::foundation-model/veracorp.merger-v1:0",
      "arn:aws:bedrock:us-east-1::foundation-model/foundation-model-1",
    ],
    ["an address", "203.0.113.7", "192.0.2.1"],
    ["a long address", "2001:db8:1::4f", "2001:db8::1"],
    ["mail", "vera@claims.example", "person-1@example.org"],
    ["an id", "b1e2d3c4-5a69-4788-9796-0a0000000003", "00000000-0000-4000-8000-000000000001"],
    ["a time", "2026-08-12T09:10:13.500Z", "2026-03-02T09:00:01.500Z"],
    ["a time in seconds", String(FROM / 1_000 + 5), String(Date.parse(SAMPLE_TIME) / 1_000 + 5)],
    ["digits", "4021998877665544", "1"],
    ["a fraction", "-48.137154", "1"],
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
  .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 11 }))
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
      name,
      `${name}corp.vera-merger-${name}`,
      `AKIAVERA${number}XAMPLE`,
      `xoxb-${number}-vera${number}-AbCdEf`,
      `9988${number}77665`,
    ];
    return forms[form] ?? name;
  });

/** Whether a text that is kept in a secret one's place tells it. */
const TELLS = /vera|9988\d|203\.0\.113|xoxb/i;

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
        const known = {
          schema: schemaOf(log.logType),
          unknown: new Map<string, string>(),
          isOfAws: at % 2 === 0,
        };
        const made = disguiseRecord(filled(record, repeated(texts)) as JsonObject, known, disguise());
        expect(JSON.stringify(made)).not.toMatch(TELLS);
      },
    ),
  );
});

describe("in a log of AWS", () => {
  test.each([
    ["errorCode", ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "NoSuchEntity"]],
    ["eventName", ["ConsoleLogin", "AssumeRoleWithSAML", "GetObject", "PutS3Bucket", "CreateDBInstance"]],
    ["eventSource", ["iam.amazonaws.com"]],
    ["invokedBy", ["lambda.amazonaws.com"]],
    ["type", ["IAMUser", "AWS::S3::Bucket"]],
    ["awsRegion", ["us-east-1", "us-gov-west-1", "ap-southeast-2", "eusc-de-east-1", "ca-central-1"]],
    [
      "modelId",
      ["us.anthropic.claude-opus-4-20250514-v1:0", "cohere.embed-english-v3", "openai.gpt-oss-20b-1:0"],
    ],
    ["operation", ["Converse", "InvokeModelWithResponseStream"]],
  ])("%s keeps what AWS chooses", (field, texts) => {
    expect(texts.filter((text) => !isAwsWord(field, text))).toEqual([]);
  });

  test.each([
    ["errorCode", ["AKIAIOSFODNNEXAMPLE", "polluted", "hunter2", "vera"]],
    ["eventName", ["AKIAIOSFODNNEXAMPLE", "vera", "Vera Lind", "xoxb-123-456-AbCdEf"]],
    ["type", ["Vera", "xoxb-123-456-AbCdEf"]],
    ["awsRegion", ["claims-vera-1"]],
    ["modelId", ["veracorp.secret-project-merger-acme", "us.veracorp.claude-v1:0"]],
    ["operation", ["Vera", "MergeVera"]],
    ["status", ["open"]],
  ])("%s keeps nothing else", (field, texts) => {
    expect(texts.filter((text) => isAwsWord(field, text))).toEqual([]);
  });
});

test("free JSON and what the schema does not know are left out, whatever they hold", () => {
  const record = invocation({ input: { inputBodyJson: { messages: ["hello"] }, inputTokenCount: 7 } });
  const known = {
    schema: schemaOf(awsBedrockModelInvocation),
    unknown: new Map([["input.odd", "string"]]),
    isOfAws: true,
  };
  const odd = { ...record, input: { ...(record.input as JsonObject), odd: "text" } };
  expect(disguiseRecord(odd, known, disguise()).input).toEqual({
    inputContentType: "application/json",
    inputTokenCount: 7,
  });
});

test("in another log the words that the schema lists stay, at any depth, and so do small whole numbers", () => {
  const words = { type: "string", enum: ["open", "shut"] };
  const schema = {
    properties: {
      status: words,
      event: { type: "string" },
      doors: { items: { properties: { now: words, pin: { type: "integer" }, lat: { type: "number" } } } },
    },
  };
  const record = {
    status: "open",
    event: "open",
    doors: [
      { now: "shut", pin: 9_999, lat: 48.137154 },
      { now: "hunter2", pin: 10_000, lat: 3 },
    ],
  };
  expect(disguiseRecord(record, { schema, unknown: new Map(), isOfAws: false }, disguise())).toEqual({
    status: "open",
    event: "text-1",
    doors: [
      { now: "shut", pin: 9_999, lat: 1 },
      { now: "text-2", pin: 2, lat: 3 },
    ],
  });
});

test("the docs name every field whose words are kept, and no other", () => {
  const [, list = ""] = /fields named ([^]*?), at any\s+depth/.exec(textOf("docs/command-line.md")) ?? [];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  expect(named.toSorted()).toEqual([...AWS_WORDS.keys()].toSorted());
});
