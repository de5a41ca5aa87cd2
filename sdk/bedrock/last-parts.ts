import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { noParts, type Parts } from "./content.ts";
import { addLastTurn } from "./conversation.ts";
import { perEvent } from "./per-event.ts";

/** What the user said last, and what came with it from elsewhere, block by block. */
export const lastParts: (event: AwsBedrockModelInvocation) => Parts = perEvent((event) => {
  const parts = noParts();
  addLastTurn(event.input?.inputBodyJson, parts);
  return parts;
});
