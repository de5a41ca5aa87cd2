import { describe, expect, test } from "vitest";
import { errorClass, isClientError } from "../../../sdk/bedrock/index.ts";
import { event } from "./event.ts";

describe("errorClass", () => {
  test.each([
    ["AccessDeniedException", "access"],
    ["AccessDenied", "access"],
    ["com.amazonaws.bedrock#AccessDeniedException", "access"],
    ["com.amazonaws.coral.service#UnrecognizedClientException", "access"],
    ["ExpiredTokenException", "access"],
    ["InvalidSignatureException", "access"],
    ["InvalidClientTokenId", "access"],
    ["ValidationException", "validation"],
    ["ResourceNotFoundException", "not-found"],
    ["ThrottlingException", "throttling"],
    ["TooManyRequestsException", "throttling"],
    ["ServiceQuotaExceededException", "throttling"],
    ["ModelNotReadyException", "server"],
    ["ModelTimeoutException", "server"],
    ["ModelErrorException", "server"],
    ["ModelStreamErrorException", "server"],
    ["ServiceUnavailableException", "server"],
    ["InternalServerException", "server"],
    ["InternalFailure", "server"],
    ["ConflictException", "other"],
    ["Exception", "other"],
    ["#", "other"],
    ["constructor", "other"],
    ["__proto__", "other"],
    ["accessdeniedexception", "other"],
  ])("%s is %s", (code, expected) => {
    expect(errorClass(event({ errorCode: code }))).toBe(expected);
    expect(isClientError(event({ errorCode: code }))).toBe(expected !== "server" && expected !== "other");
  });

  test.each([[undefined], [null], [""], [403]])("%j is no error", (code) => {
    expect(errorClass(event({ errorCode: code }))).toBeUndefined();
    expect(isClientError(event({ errorCode: code }))).toBe(false);
  });
});
