import type { SkippedRecord } from "./raw-record.ts";

const HOUR = 3_600_000;

const FOLDER = String.raw`(?:^|/)BedrockModelInvocationLogs/[^/]+/(\d{4})/(\d\d)/(\d\d)/(\d\d)/`;
const HOUR_FOLDER = new RegExp(FOLDER);
/** An object keeps its name when it is copied elsewhere. */
const OBJECT_NAME = /(?:^|\/)(\d{4})(\d\d)(\d\d)T(\d\d)\d{7}Z_[0-9a-f]{16}\.json(?:\.gz)?$/;
const TRAIL_NAME =
  /(?:^|\/)\d{12}_CloudTrail_[a-z0-9-]+_(\d{4})(\d\d)(\d\d)T(\d\d)\d\dZ_[0-9A-Za-z]+\.json(?:\.gz)?$/;
/** In the layout of the export everything in `data/` is a body; elsewhere only what has the name of one. */
const SIDECAR = new RegExp(`${FOLDER}data/|(?:^|/)data/[0-9a-f-]{36}_(?:in|out)put[^/]*$`);
/** What CloudTrail writes to prove that nobody changed its files. */
const DIGEST = /(?:^|\/)(?:CloudTrail-Digest\/.|\d{12}_CloudTrail-Digest_[^/]*$)/;
const PERMISSION_CHECK = /(?:^|\/)amazon-bedrock-logs-permission-check(?:\.json)?$/;

/**
 * No event in an object of Bedrock's or CloudTrail's S3 export is earlier than this, in milliseconds since 1970;
 * `undefined` for other paths. An object is named after the time at which it was delivered, and what it holds happened
 * up to an hour before.
 */
export function startOfS3Object(path: string): number | undefined {
  const parts = OBJECT_NAME.exec(path) ?? TRAIL_NAME.exec(path) ?? HOUR_FOLDER.exec(path);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour) - HOUR;
}

/** Why a path of the S3 exports holds no records, or `undefined` when it may. */
export function reasonToSkip(path: string): SkippedRecord["reason"] | undefined {
  if (PERMISSION_CHECK.test(path)) return "permission check";
  if (DIGEST.test(path)) return "digest";
  return SIDECAR.test(path) ? "sidecar body" : undefined;
}
