import { expect, test } from "vitest";
import { outcome } from "../../../sdk/cloudtrail/index.ts";
import { event } from "./event.ts";

test.each([
  [{}, "done"],
  [{ errorCode: "" }, "done"],
  [{ errorCode: "AccessDenied" }, "denied"],
  [{ errorCode: "AccessDeniedException" }, "denied"],
  [{ errorCode: "Client.UnauthorizedOperation" }, "denied"],
  [{ errorCode: "NotAuthorized" }, "denied"],
  [{ errorCode: "ForbiddenException" }, "denied"],
  [{ errorCode: "ValidationException" }, "failed"],
  [{ responseElements: { errorCode: "ThrottlingException" } }, "failed"],
  [{ responseElements: { guardrailId: "gr7x2k" } }, "done"],
  [{ responseElements: { errorCode: 5 } }, "done"],
])("a request with %j is %s", (fields, told) => {
  expect(outcome(event(fields))).toBe(told);
});
