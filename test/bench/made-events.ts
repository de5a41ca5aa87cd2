import type { AnyEvent, EventOf } from "caracal";

/** When every made history begins. */
export const START = Date.UTC(2026, 2, 2);

/** What tells a made event from others. */
export interface Made {
  /** Milliseconds since {@link START}. */
  readonly at: number;
  /** Numbers it among all events. */
  readonly row: number;
  /** The number of its principal. */
  readonly principal: number;
  /** The number of its model. */
  readonly model: number;
}

/**
 * An event as a decoder makes them, without bodies, and with the indicators that most have. Its strings come out of
 * the parser, as those of a log do: joined ones would take other room and time.
 */
export function madeEvent({ at, row, principal, model }: Made): AnyEvent {
  const arn = `arn:aws:sts::111122223333:assumed-role/claims/t-${number(principal)}`;
  const text = JSON.stringify({
    p_log_type: "AWS.BedrockModelInvocation",
    p_row_id: rowId(row),
    p_any_aws_account_ids: ["111122223333"],
    p_any_aws_arns: [arn],
    p_any_trace_ids: [`8d2f6a10-3c57-4b1e-9d04-${number(row).padStart(12, "0")}`],
    accountId: "111122223333",
    modelId: `custom.model-${number(model)}`,
    operation: "Converse",
    identity: { arn },
    input: { inputTokenCount: 900 + (row % 200) },
  });
  const time = new Date(START + at);
  const event = JSON.parse(text) as EventOf<"AWS.BedrockModelInvocation">;
  return Object.assign(event, { p_event_time: time, p_parse_time: time, timestamp: time });
}

/** Of one length for all numbers below 10 million. */
function number(value: number): string {
  return String(value).padStart(7, "0");
}

/** As a digest would be: alike for nothing, and spread out evenly. */
function rowId(row: number): string {
  return [1, 2, 3, 4]
    .map((word) =>
      mixed(row * 4 + word)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
}

/** The last steps of MurmurHash3, which turn any two numbers into two that have nothing in common. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
