import { invocation, type SampleOf } from "caracal/testing";

type Differs = SampleOf<"AWS.BedrockModelInvocation">;

/** A finding as traces have it, in the list of its policy. */
export const FOUND = {
  attack: {
    contentPolicy: { filters: [{ type: "PROMPT_ATTACK", confidence: "LOW", action: "BLOCKED" }] },
  },
  hate: { contentPolicy: { filters: [{ type: "HATE", confidence: "HIGH", action: "BLOCKED" }] } },
  mildHate: { contentPolicy: { filters: [{ type: "HATE", confidence: "MEDIUM", action: "BLOCKED" }] } },
  topic: { topicPolicy: { topics: [{ name: "Legal advice", type: "DENY", action: "BLOCKED" }] } },
  email: {
    sensitiveInformationPolicy: {
      piiEntities: [{ type: "EMAIL", match: "kim@example.org", action: "BLOCKED" }],
    },
  },
  maskedEmail: {
    sensitiveInformationPolicy: {
      piiEntities: [{ type: "EMAIL", match: "kim@example.org", action: "ANONYMIZED" }],
    },
  },
  seenEmail: {
    sensitiveInformationPolicy: {
      piiEntities: [{ type: "EMAIL", match: "kim@example.org", action: "NONE", detected: true }],
    },
  },
  seenAttack: {
    contentPolicy: {
      filters: [{ type: "PROMPT_ATTACK", confidence: "HIGH", action: "NONE", detected: true }],
    },
  },
  seenHate: {
    contentPolicy: { filters: [{ type: "HATE", confidence: "LOW", action: "NONE", detected: true }] },
  },
} as const;

/** A Converse call that a guardrail blocked for what it found. */
export const blocked = (found: object = FOUND.topic, differs: Differs = {}) =>
  invocation({
    ...differs,
    output: {
      outputBodyJson: {
        output: { message: { role: "assistant", content: [{ text: "I cannot talk about that." }] } },
        stopReason: "guardrail_intervened",
        trace: { guardrail: { inputAssessment: { gr7x2: found } } },
      },
    } as Differs["output"] & object,
  });

/** The same without a trace. */
export const blockedUntraced = (differs: Differs = {}) =>
  invocation({
    ...differs,
    output: {
      outputBodyJson: {
        output: { message: { role: "assistant", content: [{ text: "I cannot talk about that." }] } },
        stopReason: "guardrail_intervened",
      },
    },
  });

/** A streamed call of Claude's own API that a guardrail blocked: its stop reason says nothing of it. */
export const blockedStream = (found: object = FOUND.topic, differs: Differs = {}) =>
  invocation({
    operation: "InvokeModelWithResponseStream",
    ...differs,
    output: {
      outputBodyJson: [
        { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "No." } },
        { type: "message_delta", delta: { stop_reason: "end_turn" } },
        {
          type: "message_stop",
          "amazon-bedrock-guardrailAction": "INTERVENED",
          "amazon-bedrock-trace": { guardrail: { input: { gr7x2: found } } },
        },
      ],
    } as Differs["output"] & object,
  });

/** A Converse call that a guardrail looked at and let through, with or without findings. */
export const passed = (found: object = {}, differs: Differs = {}) =>
  invocation({
    ...differs,
    output: {
      outputBodyJson: {
        output: { message: { role: "assistant", content: [{ text: "It arrives on Tuesday." }] } },
        stopReason: "end_turn",
        trace: { guardrail: { inputAssessment: { gr7x2: found } } },
      },
    } as Differs["output"] & object,
  });

/** The same in the body of Claude's own API. */
export const passedNatively = (differs: Differs = {}) =>
  invocation({
    operation: "InvokeModel",
    ...differs,
    output: {
      outputBodyJson: {
        content: [{ type: "text", text: "It arrives on Tuesday." }],
        stop_reason: "end_turn",
        "amazon-bedrock-guardrailAction": "NONE",
      },
    },
  });

/** A Converse call that was answered without any sign of a guardrail. */
export const unguarded = (differs: Differs = {}) =>
  invocation({
    ...differs,
    output: {
      outputBodyJson: {
        output: { message: { role: "assistant", content: [{ text: "It arrives on Tuesday." }] } },
        stopReason: "end_turn",
      },
    },
  });

/** The same as a stream. */
export const unguardedStream = (differs: Differs = {}) =>
  invocation({
    operation: "InvokeModelWithResponseStream",
    ...differs,
    output: {
      outputBodyJson: [
        { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "On Tuesday." } },
        { type: "message_delta", delta: { stop_reason: "end_turn" } },
      ],
    },
  });
