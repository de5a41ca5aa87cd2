import type { Detection } from "../rule/step.ts";
import { explain, type Explained } from "./explain/explain.ts";

/** Why rules did what they did with events, to stand below the message of a test that failed. */
export function why(rules: readonly Detection[], told: Omit<Explained, "rule">): string {
  return rules.map((rule) => `\n\n${explain({ rule, ...told })}`).join("");
}
