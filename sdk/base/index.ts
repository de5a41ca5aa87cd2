export { CaracalError } from "./caracal-error.ts";
export { type Code, CODES } from "./codes.ts";
export type { Digest } from "./digest.ts";
export { type Duration, isDuration, toDuration, toMilliseconds } from "./duration.ts";
export { formatIssue, type Issue } from "./issue.ts";
export { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from "./json.ts";
