import type { AnyEvent } from "../event/log-types.ts";
import type { Detection } from "../rule/step.ts";
import { explain } from "./explain/explain.ts";

/**
 * Why rules did what they did with events, to stand below the message of a test that failed.
 *
 * @param quiet whether nothing was to come of them
 */
export function why(rules: readonly Detection[], events: readonly AnyEvent[], quiet: boolean): string {
  return rules.map((rule) => `\n\n${explain({ rule, events, quiet })}`).join("");
}
