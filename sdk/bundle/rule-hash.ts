import { createHash } from "node:crypto";
import type { Detection } from "../rule/step.ts";
import { ruleContent } from "../rule/rule-content.ts";

/** A rule's content as one SHA-256; see {@link ruleContent}. */
export function ruleHash(rule: Detection): string {
  return createHash("sha256")
    .update(JSON.stringify(ruleContent(rule)))
    .digest("hex");
}
