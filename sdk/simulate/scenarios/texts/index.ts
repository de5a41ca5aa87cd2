import type { Wording } from "../wording.ts";
import * as direct from "./direct-injection.ts";
import * as harvest from "./harvest.ts";
import * as indirect from "./indirect-injection.ts";
import * as jailbreak from "./jailbreak.ts";
import * as names from "./names.ts";
import * as secrets from "./secrets.ts";
import * as usage from "./usage.ts";

/** Every kind of text, by its name. */
export const TEXTS: Readonly<Record<string, Wording>> = {
  ...direct,
  ...harvest,
  ...indirect,
  ...jailbreak,
  ...names,
  ...secrets,
  ...usage,
};
