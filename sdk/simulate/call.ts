import type { Exchange } from "./exchange.ts";
import type { Operation } from "./invocation-record.ts";
import type { Model } from "./models.ts";

/** Everything that is decided about one invocation before its record is written. */
export interface Call {
  /** Milliseconds since 1970, whole seconds. */
  readonly time: number;
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  readonly operation: Operation;
  readonly model: Model;
  readonly tokens: Tokens;
  /** The error's name; the call then has no bodies and no token counts. */
  readonly error?: string;
  /** True where the request is too large for the log and goes to a sidecar. */
  readonly large?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
  /** What is said, where it matters; small talk otherwise. */
  readonly exchange?: Exchange;
  /** Which bodies the log has of it: in place, beside it in the bucket, or none. Default: what the region has. */
  readonly bodies?: "inline" | "offloaded" | "none";
  /** The record names no caller. */
  readonly anonymous?: boolean;
}

/** Token counts as Bedrock reports them: `input` leaves out what the cache read or wrote. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
}

/** A request and its response as they stand in the log. */
export interface Bodies {
  readonly input: unknown;
  readonly output: unknown;
}
