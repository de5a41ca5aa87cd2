import { describe, expect, test } from "vitest";
import {
  account,
  listParameter,
  parameter,
  textParameter,
  textResponse,
} from "../../../sdk/cloudtrail/index.ts";
import { event } from "./event.ts";

const request = (requestParameters: unknown) => event({ requestParameters });
const nested = request({
  loggingConfig: { textDataDeliveryEnabled: false, s3Config: { bucketName: "logs" } },
});

describe("a request's parameters", () => {
  test("are found at the end of a path", () => {
    expect(parameter(nested, "loggingConfig", "textDataDeliveryEnabled")).toBe(false);
    expect(parameter(nested)).toEqual(nested.requestParameters);
    expect(textParameter(nested, "loggingConfig", "s3Config", "bucketName")).toBe("logs");
    expect(listParameter(request({ tags: ["a", 1] }), "tags")).toEqual(["a", 1]);
  });

  test.each([null, undefined, 7, "text", [], { loggingConfig: "text" }, { loggingConfig: null }])(
    "that are not there are told as such: %j",
    (parameters) => {
      expect(parameter(request(parameters), "loggingConfig", "s3Config")).toBeUndefined();
      expect(textParameter(request(parameters), "loggingConfig", "s3Config")).toBe("");
      expect(listParameter(request(parameters), "loggingConfig", "s3Config")).toEqual([]);
    },
  );

  test("are the request's own, not those of every object", () => {
    expect(parameter(request({}), "constructor")).toBeUndefined();
    expect(textParameter(request({}), "constructor", "name")).toBe("");
  });
});

test("a response's text is found, or is empty", () => {
  expect(textResponse(event({ responseElements: { guardrailId: "gr7x2k" } }), "guardrailId")).toBe("gr7x2k");
  expect(textResponse(event({ responseElements: null }), "guardrailId")).toBe("");
});

test.each([
  [{}, "111122223333"],
  [{ recipientAccountId: undefined, userIdentity: { accountId: "444455556666" } }, "444455556666"],
  [{ recipientAccountId: undefined }, "unknown"],
])("the account acted on with %j is %s", (fields, told) => {
  expect(account(event(fields))).toBe(told);
});
