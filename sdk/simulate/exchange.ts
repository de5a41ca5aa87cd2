/** What a call says and what comes back, before it is written in the form of an operation and a model family. */
export interface Exchange {
  /** What the user says last. */
  readonly prompt?: string;
  /** What tells the model how to behave. */
  readonly system?: string;
  /** Earlier turns, the user's first, then in turns. */
  readonly history?: readonly string[];
  /** What tools gave back, which comes with or in place of the last turn. */
  readonly toolResults?: readonly string[];
  /** Names of the tools that are offered. */
  readonly offered?: readonly string[];
  readonly answer?: string;
  readonly toolCalls?: readonly {
    readonly name: string;
    readonly input: Readonly<Record<string, unknown>>;
  }[];
  /** Default: `tool_use` with tool calls, else `end_turn`. */
  readonly stop?: "end_turn" | "max_tokens" | "tool_use" | "refusal";
  /** The most tokens that the caller asks for. */
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly guardrail?: GuardrailVerdict;
  /** Into how many content blocks the prompt is split, where the form has blocks. Default: 1. */
  readonly promptBlocks?: number;
  /** How many characters a chunk of a stream carries. Default: 24. */
  readonly chunk?: number;
  /** Images or seconds that are asked for, of models that make them. */
  readonly images?: number;
  readonly seconds?: number;
}

/** What a guardrail made of a call. */
export interface GuardrailVerdict {
  /** `none`: it looked and found nothing. `detected`: it found something and let it through. */
  readonly action: "none" | "blocked" | "masked" | "detected";
  readonly side?: "input" | "output";
  readonly findings?: readonly {
    readonly policy: "topic" | "content" | "word" | "sensitive-information";
    /** The filter, topic, word list or kind: `PROMPT_ATTACK`, `EMAIL`. */
    readonly name: string;
    readonly confidence?: "LOW" | "MEDIUM" | "HIGH";
    readonly match?: string;
  }[];
  /** What the model had said before its answer was withheld. */
  readonly withheld?: string;
  /** False where the caller has no trace in its answers, so that only the action tells. Default: true. */
  readonly trace?: boolean;
}
