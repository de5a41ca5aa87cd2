import { describe, expect, test } from "vitest";
import { reasonToSkip, startOfS3Object } from "../../../sdk/sources/s3-key.ts";

const EXPORT = "logs/AWSLogs/111122223333/BedrockModelInvocationLogs";
const HOUR = `${EXPORT}/us-east-1/2026/08/05/23`;
const OBJECT = "20260805T231502123Z_0123456789abcdef.json.gz";
const REQUEST = "1bb11533-0ab6-46fe-8614-822e7bf0e695";
const TRAIL = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/08/05";
const TRAIL_OBJECT = "111122223333_CloudTrail_us-east-1_20260805T2315Z_Ab3dEf6hIj9kLm2n.json.gz";
const DIGESTS = "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/08/05";
const DIGEST = "111122223333_CloudTrail-Digest_us-east-1_audit_us-east-1_20260805T231502Z.json.gz";

describe("startOfS3Object", () => {
  test.each([
    [`${HOUR}/${OBJECT}`, "2026-08-05T22:00:00Z"],
    [`us-east-1/2026/08/05/23/${OBJECT}`, "2026-08-05T22:00:00Z"],
    [OBJECT, "2026-08-05T22:00:00Z"],
    [OBJECT.replace(".gz", ""), "2026-08-05T22:00:00Z"],
    [`copied/2020/01/01/00/${OBJECT}`, "2026-08-05T22:00:00Z"],
    [`${HOUR}/renamed.json`, "2026-08-05T22:00:00Z"],
    [`${EXPORT}/us-east-1/2026/01/01/00/renamed.json`, "2025-12-31T23:00:00Z"],
    [`${TRAIL}/${TRAIL_OBJECT}`, "2026-08-05T22:00:00Z"],
    [TRAIL_OBJECT.replace(".gz", ""), "2026-08-05T22:00:00Z"],
    [`${TRAIL}/renamed.json`, undefined],
    [TRAIL_OBJECT.replace("CloudTrail", "CloudTrail-Insight"), undefined],
    ["backup/2026/08/05/23/lines.json", undefined],
    ["20260805.json", undefined],
    ["", undefined],
  ])("%s begins at %s", (path, expected) => {
    expect(startOfS3Object(path)).toBe(expected === undefined ? undefined : Date.parse(expected));
  });
});

describe("reasonToSkip", () => {
  test.each([
    [`${HOUR}/data/${REQUEST}_input.json.gz`, "sidecar body"],
    [`${HOUR}/data/${REQUEST}_output.json.gz`, "sidecar body"],
    [`${HOUR}/data/${REQUEST}_input_media_00.pdf`, "sidecar body"],
    [`${HOUR}/data/anything.json`, "sidecar body"],
    [`data/${REQUEST}_input.json.gz`, "sidecar body"],
    [`23/data/${REQUEST}_output.json`, "sidecar body"],
    [`${EXPORT}/us-east-1/amazon-bedrock-logs-permission-check`, "permission check"],
    ["amazon-bedrock-logs-permission-check.json", "permission check"],
    [`${DIGESTS}/${DIGEST}`, "digest"],
    [`o-1a2b3c4d5e/${DIGESTS}/renamed.json.gz`, "digest"],
    [DIGEST, "digest"],
    [`${TRAIL}/${TRAIL_OBJECT}`, undefined],
    ["CloudTrail-Digest.json", undefined],
    [`${HOUR}/${OBJECT}`, undefined],
    ["data/lines.json", undefined],
    [`data/${OBJECT}`, undefined],
    [`data/${HOUR}/${OBJECT}`, undefined],
    [`data/${REQUEST}_input/lines.json`, undefined],
    ["home/data/2026/08/05/23/data/lines.json", undefined],
    ["my-amazon-bedrock-logs-permission-check.json.gz", undefined],
  ])("%s: %s", (path, expected) => {
    expect(reasonToSkip(path)).toBe(expected);
  });
});
