import type { Organization } from "../rule/organization.ts";
import type { Detection } from "../rule/step.ts";

/** What a project's `caracal.config.ts` says. */
export interface Config {
  /**
   * Folders of rules, rule files, and packs that come with Caracal, by their names: what `--rules` is without a word.
   * Paths are seen from the file's folder. Default: `"rules"`.
   */
  readonly rules?: string | readonly string[];
  /** What rules may know of the company; they ask with `organization()`. Default: nothing. */
  readonly organization?: Partial<Organization>;
  /**
   * Rules and correlations made with `extendRule`, without an `id` of their own. Each takes the place of the rule that it
   * was made from, wherever that rule comes from. Default: none.
   */
  readonly overrides?: readonly Detection[];
}
