import { type InvocationRecord, type SimulatedRecord, simulateCompany } from "../../../sdk/simulate/index.ts";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const START = new Date("2026-08-03T00:00:00Z");

/** The committed company's log, generated once for all the tests of a file. */
export const LOG: readonly SimulatedRecord[] = [
  ...simulateCompany({ seed: 20_260_803, start: START, days: 14 }),
];
export const ORDINARY = LOG.filter(({ incident }) => incident === undefined);

/** Account and principal: a user, a role without its session, or role and person where people sign in. */
export function principalOf({ identity, accountId }: InvocationRecord): string {
  const [kind = "", name = "", session = ""] = (identity?.arn ?? "").split(":").slice(5).join(":").split("/");
  const shared = name.startsWith("AWSReservedSSO_");
  return `${accountId} ${kind === "user" ? "user" : "role"}/${name}${shared ? `/${session}` : ""}`;
}

export function tokensOf({ input = {}, output = {} }: InvocationRecord): number {
  const { inputTokenCount = 0, cacheReadInputTokenCount = 0, cacheWriteInputTokenCount = 0 } = input;
  return (
    inputTokenCount + cacheReadInputTokenCount + cacheWriteInputTokenCount + (output.outputTokenCount ?? 0)
  );
}

const CLIENT_ERRORS: ReadonlySet<string> = new Set([
  "AccessDeniedException",
  "ModelTimeoutException",
  "ResourceNotFoundException",
  "ServiceQuotaExceededException",
  "ThrottlingException",
  "ValidationException",
]);
const SERVER_ERRORS: ReadonlySet<string> = new Set([
  "ServiceUnavailableException",
  "InternalServerException",
]);

export const isClientError = ({ errorCode = "" }: InvocationRecord): boolean => CLIENT_ERRORS.has(errorCode);
export const isServerError = ({ errorCode = "" }: InvocationRecord): boolean => SERVER_ERRORS.has(errorCode);

/** The largest sum of `measure` that each key reaches in any window of `width` milliseconds. */
export function peaks(
  records: Iterable<SimulatedRecord>,
  width: number,
  keyOf: (record: InvocationRecord) => string,
  measure: (record: InvocationRecord) => number,
): Map<string, number> {
  const windows = new Map<string, { time: number; value: number }[]>();
  const highest = new Map<string, number>();
  for (const { time, record } of records) {
    const value = measure(record);
    if (value === 0) continue;
    const key = keyOf(record);
    const window = (windows.get(key) ?? []).filter((entry) => entry.time > time - width);
    window.push({ time, value });
    windows.set(key, window);
    const sum = window.reduce((total, entry) => total + entry.value, 0);
    highest.set(key, Math.max(highest.get(key) ?? 0, sum));
  }
  return highest;
}
