import type { JsonObject } from "../base/json.ts";
import type { SimulatedRecord } from "./invocation-record.ts";

/** One record of either log. */
export type LifeRecord =
  | ({ readonly kind: "invocation" } & SimulatedRecord)
  | { readonly kind: "trail"; readonly time: number; readonly record: JsonObject };
