import type { EventOf } from "caracal";
import { caller } from "caracal/bedrock";
import type { Secret } from "caracal/text";

const SEVERITIES = { high: "HIGH", medium: "MEDIUM", low: "LOW" } as const;

/** How severe it is that secrets were found: as much as the worst of them, which comes first. */
export const severityOf = ([worst]: readonly Secret[]) =>
  worst === undefined ? "DEFAULT" : SEVERITIES[worst.risk];

/** What to group by: the worst secret, wherever it is sent again. */
export const groupOf = ([worst]: readonly Secret[]): string => `${worst?.kind ?? ""} ${worst?.hash ?? ""}`;

/** Who called, and which secrets: their kinds and hashes, never the secrets. */
export const toldSecrets = (event: EventOf<"AWS.BedrockModelInvocation">, secrets: readonly Secret[]) => ({
  ...caller(event),
  operation: event.operation,
  secrets: secrets.slice(0, 20).map(({ kind, hash, redacted, risk }) => ({ kind, hash, redacted, risk })),
});
