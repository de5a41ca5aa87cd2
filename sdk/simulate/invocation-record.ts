export type Operation =
  | "Converse"
  | "ConverseStream"
  | "InvokeModel"
  | "InvokeModelWithResponseStream"
  | "StartAsyncInvoke";

/** One line of the invocation log, as Bedrock writes it. */
export interface InvocationRecord {
  readonly schemaType: "ModelInvocationLog";
  readonly schemaVersion: "1.0";
  /** RFC 3339 UTC, to the second. */
  readonly timestamp: string;
  readonly accountId: string;
  /** Absent where the log does not know the caller. */
  readonly identity?: { readonly arn: string };
  readonly region: string;
  readonly inferenceRegion?: string;
  readonly requestId: string;
  readonly operation: Operation;
  readonly modelId: string;
  readonly requestMetadata?: Readonly<Record<string, string>>;
  readonly errorCode?: string;
  readonly input?: {
    readonly inputContentType?: string;
    readonly inputBodyJson?: unknown;
    readonly inputBodyS3Path?: string;
    readonly inputTokenCount?: number;
    readonly cacheReadInputTokenCount?: number;
    readonly cacheWriteInputTokenCount?: number;
  };
  readonly output?: {
    readonly outputContentType?: string;
    readonly outputBodyJson?: unknown;
    readonly outputBodyS3Path?: string;
    readonly outputTokenCount?: number;
  };
}

/** A body that the log keeps beside itself, since it is too large or binary. */
export interface Sidecar {
  /** The S3 key, without the bucket. */
  readonly key: string;
  readonly body: unknown;
}

/** One record of the simulated log, with what only the simulator knows about it. */
export interface SimulatedRecord {
  /** The record's timestamp in milliseconds since 1970. */
  readonly time: number;
  readonly record: InvocationRecord;
  /** The id of the incident that the record belongs to; absent for ordinary traffic. */
  readonly incident?: IncidentId;
  /** The bodies that the record's `…S3Path` fields point to. */
  readonly sidecars?: readonly Sidecar[];
}

export type IncidentId = "error-spike" | "unknown-identity" | "token-abuse";

/** The same record where the log delivers no bodies. */
export function withoutBodies({ time, record }: SimulatedRecord): SimulatedRecord {
  const { inputBodyJson: _input, inputBodyS3Path: _inputPath, ...input } = record.input ?? {};
  const { outputBodyJson: _output, outputBodyS3Path: _outputPath, ...output } = record.output ?? {};
  return {
    time,
    record: { ...record, ...(record.input && { input }), ...(record.output && { output }) },
  };
}
