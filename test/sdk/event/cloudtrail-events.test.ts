import * as fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../sdk/base/json.ts";
import { type AwsCloudTrail, awsCloudTrail } from "../../../sdk/event/generated/aws-cloud-trail.ts";
import type { EventOf, LogTypeName } from "../../../sdk/event/log-types.ts";
import { type Decoded, recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { findSources } from "../../../sdk/sources/find-sources.ts";
import { chunksOf } from "../sources/helpers.ts";

const decode = recordDecoder({ logTypes: [awsCloudTrail], digest: sha256, clock: () => new Date(0) });

/** What AWS says is in every record. */
const LEAST = {
  eventVersion: "1.11",
  eventTime: "2026-08-12T09:00:00Z",
  eventSource: "bedrock.amazonaws.com",
  eventName: "ListFoundationModels",
  awsRegion: "us-east-1",
  eventID: "4f6a9f0e-0d52-4a1c-8f5e-1b2c3d4e5f60",
  eventType: "AwsApiCall",
} as const satisfies JsonObject;

/** The paths that the schema does not know. */
function unknownOf(decoded: Decoded): string[] {
  return decoded.event === undefined ? [] : [...decoded.unknown.keys()];
}

function eventOf(decoded: Decoded): AwsCloudTrail {
  if (decoded.event === undefined) throw new Error(decoded.message);
  return decoded.event as AwsCloudTrail;
}

test("the event's types", () => {
  expectTypeOf<"AWS.CloudTrail">().toExtend<LogTypeName>();
  type Event = EventOf<"AWS.CloudTrail">;
  type Session = NonNullable<NonNullable<Event["userIdentity"]>["sessionContext"]>;
  expectTypeOf<Event["eventTime"]>().toEqualTypeOf<Date>();
  expectTypeOf<Event["eventName"]>().toEqualTypeOf<string>();
  expectTypeOf<Event["requestParameters"]>().toEqualTypeOf<JsonValue | undefined>();
  expectTypeOf<NonNullable<Session["attributes"]>["mfaAuthenticated"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<NonNullable<Session["sessionIssuer"]>["arn"]>().toEqualTypeOf<string | undefined>();
});

test("every record of the fixtures is an event without a field issue or an unknown path", async () => {
  const { sources } = await findSources(["fixtures/aws-cloudtrail"], chunksOf(""));
  const read = await Promise.all(sources.map((source) => Array.fromAsync(source.read())));
  const records = read.flat(2);
  expect(records.filter(({ kind }) => kind !== "record")).toEqual([]);
  const decoded = records.flatMap((record) => (record.kind === "record" ? [decode(record.value)] : []));
  expect(decoded.length).toBeGreaterThan(500);
  for (const one of decoded) {
    const event = eventOf(one);
    expect([event.p_field_issues, unknownOf(one)]).toEqual([undefined, []]);
    expect(awsCloudTrail.schema().safeParse(event).error).toBeUndefined();
  }
});

const ROLE = "arn:aws:iam::111122223333:role/claims-summary";
const SESSION = "arn:aws:sts::111122223333:assumed-role/claims-summary/task-1";
const STORE = "arn:aws:identitystore::111122223333:identitystore/d-90670c1ab2";
const FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:claims-summary";
const SIGN_IN = "arn:aws:signin:us-east-1:111122223333:session/1b9d6bcd";
const KEY = "arn:aws:kms:us-east-1:999900001111:key/5f0c1e7a";

/** A record with every field that there is. */
const WHOLE = {
  ...LEAST,
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROA0F3B91D27CEXAMPLE:task-1",
    arn: SESSION,
    accountId: "111122223333",
    accessKeyId: "ASIA0F3B91D27EXAMPLE",
    userName: "claims-summary",
    sessionContext: {
      attributes: { creationDate: "2026-08-12T08:00:00Z", mfaAuthenticated: "true" },
      sessionIssuer: {
        type: "Role",
        principalId: "AROA0F3B91D27CEXAMPLE",
        arn: ROLE,
        accountId: "111122223333",
        userName: "claims-summary",
      },
      webIdFederationData: { federatedProvider: "ci.tolvane.example", attributes: { "ci:sub": "main" } },
      sourceIdentity: "mirel.odanto",
      ec2RoleDelivery: "2.0",
      assumedRoot: "true",
      signInSessionArn: SIGN_IN,
    },
    invokedBy: "lambda.amazonaws.com",
    invokedByDelegate: { accountId: "222233334444" },
    identityProvider: "ci.tolvane.example",
    credentialId: "token-1",
    onBehalfOf: { userId: "c4a86418", identityStoreArn: STORE },
    inScopeOf: {
      sourceArn: FUNCTION,
      sourceAccount: "111122223333",
      issuerType: "AWS::Lambda::Function",
      credentialsIssuedTo: FUNCTION,
      credentialsIssuedToVersion: `${FUNCTION}:7`,
    },
  },
  sourceIPAddress: "2001:db8::4f",
  userAgent: "aws-cli/2.27.31",
  errorCode: "AccessDenied",
  errorMessage: "not authorized",
  requestParameters: { maxResults: 10 },
  responseElements: { items: [] },
  additionalEventData: { callWithBearerToken: true },
  requestID: "request-1",
  readOnly: true,
  resources: [
    { ARN: KEY, accountId: "999900001111", type: "AWS::KMS::Key" },
    { ARNPrefix: "arn:aws:s3:::claims/", type: "AWS::S3::Object" },
  ],
  apiVersion: "2023-04-20",
  managementEvent: true,
  recipientAccountId: "111122223333",
  serviceEventDetails: { keyId: "5f0c1e7a" },
  sharedEventID: "shared-1",
  vpcEndpointId: "vpce-0f3b91d27c",
  vpcEndpointAccountId: "555566667777",
  eventCategory: "Management",
  addendum: {
    reason: "UPDATED_DATA",
    updatedFields: "responseElements",
    originalRequestID: "request-0",
    originalEventID: "event-0",
  },
  sessionCredentialFromConsole: "true",
  eventContext: {
    requestContext: { "aws:SecureTransport": "true" },
    tagContext: { resourceTags: [{ arn: KEY, tags: { team: "claims" } }], principalTags: { team: "claims" } },
  },
  edgeDeviceDetails: { type: "snow" },
  tlsDetails: {
    tlsVersion: "TLSv1.3",
    cipherSuite: "TLS_AES_128_GCM_SHA256",
    keyExchange: "X25519MLKEM768",
    clientProvidedHostHeader: "bedrock.us-east-1.amazonaws.com",
  },
} as const satisfies JsonObject;

test("a record with every field keeps them all, and its indicators", () => {
  const decoded = decode(WHOLE);
  const event = eventOf(decoded);
  expect(unknownOf(decoded)).toEqual([]);
  expect(event.p_field_issues).toBeUndefined();
  expect(pathsOf(event).filter((path) => !path.startsWith("p_"))).toEqual(pathsOf(WHOLE));
  expect(event.userIdentity?.sessionContext).toMatchObject({
    attributes: { creationDate: new Date("2026-08-12T08:00:00Z"), mfaAuthenticated: true },
    assumedRoot: true,
  });
  expect(event).toMatchObject({
    p_any_aws_account_ids: ["111122223333", "222233334444", "555566667777", "999900001111"],
    p_any_aws_arns: [ROLE, STORE, KEY, FUNCTION, `${FUNCTION}:7`, SIGN_IN, SESSION].toSorted(),
    p_any_ip_addresses: ["2001:db8::4f"],
    p_any_domain_names: ["bedrock.us-east-1.amazonaws.com"],
    p_any_trace_ids: ["request-0", "request-1", "shared-1"],
    p_any_usernames: ["claims-summary", "mirel.odanto"],
  });
});

/** The paths of all that is no object, without what is in lists; a free JSON value is one path of its own. */
function pathsOf(value: unknown, path = ""): string[] {
  const isFree =
    /(Parameters|Elements|Data|Details|Context|Tags)$/.test(path) && !/^(userIdentity|event)/.test(path);
  if (!isJsonObject(value) || value instanceof Date || (isFree && path !== "tlsDetails")) return [path];
  return Object.entries(value)
    .flatMap(([key, inner]) => pathsOf(inner, path === "" ? key : `${path}.${key}`))
    .toSorted();
}

test.each<[string, JsonObject, object]>([
  ["no more than is always there", {}, {}],
  [
    "a userIdentity without arn",
    { userIdentity: { type: "AWSService", invokedBy: "lambda.amazonaws.com" } },
    {},
  ],
  [
    "a userIdentity without type",
    { userIdentity: { accountId: "111122223333", invokedBy: "AWS Internal" } },
    {},
  ],
  ["an empty access key", { userIdentity: { type: "Root", accessKeyId: "" } }, {}],
  ["an identity of a type that is new", { userIdentity: { type: "Robot" } }, {}],
  ["no userIdentity", { userIdentity: null }, { userIdentity: undefined }],
  ["an error without a message", { errorCode: "AccessDenied" }, { errorCode: "AccessDenied" }],
  ["a message without an error", { errorMessage: "Failed authentication" }, { errorCode: undefined }],
  ["requestParameters null", { requestParameters: null }, { requestParameters: undefined }],
  ["requestParameters that are text", { requestParameters: "{…}" }, { requestParameters: "{…}" }],
  [
    "the name of a service as its address",
    { sourceIPAddress: "bedrock.amazonaws.com" },
    { p_any_domain_names: ["bedrock.amazonaws.com"], p_any_ip_addresses: undefined },
  ],
  ["AWS Internal as its address", { sourceIPAddress: "AWS Internal" }, { sourceIPAddress: "AWS Internal" }],
  [
    "an address",
    { sourceIPAddress: "192.0.2.77" },
    { p_any_ip_addresses: ["192.0.2.77"], p_any_domain_names: undefined },
  ],
  [
    "flags as text",
    { readOnly: "true", managementEvent: "false" },
    { readOnly: true, managementEvent: false },
  ],
  ["a version that is a number", { eventVersion: 1.11 }, { eventVersion: "1.11" }],
  [
    "version 1.05, which knows less",
    { eventVersion: "1.05", requestID: "request-1", recipientAccountId: "111122223333" },
    { eventVersion: "1.05", eventCategory: undefined, managementEvent: undefined },
  ],
  [
    "a session's beginning in basic notation",
    { userIdentity: { sessionContext: { attributes: { creationDate: "20260812T080000Z" } } } },
    { userIdentity: { sessionContext: { attributes: { creationDate: new Date("2026-08-12T08:00:00Z") } } } },
  ],
  [
    "a data event",
    {
      eventCategory: "Data",
      managementEvent: false,
      resources: [{ type: "AWS::S3::Object", ARN: "arn:aws:s3:::claims/1" }],
    },
    { resources: [{ type: "AWS::S3::Object", ARN: "arn:aws:s3:::claims/1" }] },
  ],
  [
    "a service event",
    { eventType: "AwsServiceEvent", requestParameters: null, serviceEventDetails: { keyId: "k" } },
    { serviceEventDetails: { keyId: "k" }, requestID: undefined },
  ],
  ["no resources", { resources: [] }, { resources: undefined }],
])("a record with %s is an event without issues", (_name, fields, expected) => {
  const event = eventOf(decode({ ...LEAST, ...fields }));
  expect(event.p_field_issues).toBeUndefined();
  expect({ ...event }).toMatchObject({ eventName: "ListFoundationModels", ...definedOf(expected) });
  for (const [key, value] of Object.entries(expected))
    if (value === undefined) expect(event).not.toHaveProperty(key);
});

const definedOf = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

test.each(Object.keys(LEAST))("a record without %s is none of CloudTrail", (name) => {
  expect(decode({ ...LEAST, [name]: null })).toMatchObject({ code: "RECORD_NOT_CLASSIFIED" });
});

const id = (fields: JsonObject): string => eventOf(decode({ ...LEAST, ...fields })).p_row_id;

test("a record is known again by its eventID alone, which tells two records of the same call apart", () => {
  expect(id({ userAgent: "x", eventCategory: "Management" })).toBe(id({}));
  expect(id({ eventID: "other" })).not.toBe(id({}));
});

test("property: whatever stands in a field, a record is an event or a refusal, and nothing is lost unsaid", () => {
  const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>;
  const name = fc.constantFrom(...Object.keys(WHOLE), "__proto__", "constructor", "new");
  fc.assert(
    fc.property(fc.array(fc.tuple(name, json)), (changes) => {
      const text = JSON.stringify({ ...WHOLE, ...Object.fromEntries(changes) });
      const record = JSON.parse(text) as JsonObject;
      const decoded = decode(record);
      if (decoded.event === undefined) {
        expect(decoded.code).toBe("RECORD_NOT_CLASSIFIED");
        return;
      }
      const event = eventOf(decoded);
      const told = new Set([...unknownOf(decoded), ...(event.p_field_issues ?? []).map(({ path }) => path)]);
      for (const [key, value] of Object.entries(record)) {
        const isEmpty = value === null || value === "" || (Array.isArray(value) && value.length === 0);
        if (isEmpty) continue;
        const isTold = [...told].some(
          (path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
        );
        expect([key, Object.hasOwn(event, key) || isTold]).toEqual([key, true]);
      }
    }),
    { numRuns: 300 },
  );
});
