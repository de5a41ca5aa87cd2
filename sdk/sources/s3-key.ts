const HOUR = 3_600_000;

/** `…/BedrockModelInvocationLogs/REGION/YYYY/MM/DD/HH/…`, and what is left of it when a subfolder was copied. */
const HOUR_FOLDER = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\/(\d\d)\//;
const OBJECT_NAME = /(?:^|\/)(\d{4})(\d\d)(\d\d)T(\d\d)\d{7}Z_[0-9a-f]{16}\.json(?:\.gz)?$/;
const SIDECAR =
  /(?:BedrockModelInvocationLogs\/[^/]+\/\d{4}\/\d\d\/\d\d\/\d\d\/data\/|\/data\/[0-9a-f-]{36}_(?:in|out)put)/;
const PERMISSION_CHECK = /(?:^|\/)amazon-bedrock-logs-permission-check(?:\.json)?$/;

/**
 * No event in an object of the S3 export is earlier than this, in milliseconds since 1970; `undefined` for other
 * paths. An object lies in the hour in which it was delivered, and what it holds happened up to an hour before.
 */
export function startOfS3Object(path: string): number | undefined {
  const parts = HOUR_FOLDER.exec(path) ?? OBJECT_NAME.exec(path);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour) - HOUR;
}

/** Why a path of the S3 export holds no records, or `undefined` when it may. */
export function reasonToSkip(path: string): "permission check" | "sidecar body" | undefined {
  if (PERMISSION_CHECK.test(path)) return "permission check";
  return SIDECAR.test(path) ? "sidecar body" : undefined;
}
