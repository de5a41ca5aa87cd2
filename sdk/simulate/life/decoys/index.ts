import type { Decoy } from "../decoy.ts";
import { DEPLOYMENTS } from "./deployments.ts";
import { FAILURES } from "./failures.ts";
import { LOAD } from "./load.ts";
import { modelPicker } from "./model-picker.ts";
import { NEWCOMERS } from "./newcomers.ts";
import { TEXTS } from "./texts.ts";

export { FIRST_DAY } from "./deployments.ts";

/** What looks like an attack and is none. In all some 15 a week. */
export const DECOYS: readonly Decoy[] = [
  ...DEPLOYMENTS,
  ...FAILURES,
  ...LOAD,
  ...NEWCOMERS,
  ...TEXTS,
  modelPicker,
];
