import type { AnyRule, Detection, EventOf } from "caracal";
import { defineRule } from "caracal";
import type { Alert } from "../../../sdk/engine/alert.ts";
import { Engine } from "../../../sdk/engine/engine.ts";
import type { EngineOptions } from "../../../sdk/engine/engine-options.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";

export type Invocation = EventOf<"AWS.BedrockModelInvocation">;

/** When every history begins. */
export const START = Date.UTC(2026, 2, 2, 9);

/** A call some seconds into the history. Its row number orders it among calls of the same time. */
export function call(at: number, row: number, fields: Partial<Invocation> = {}): Invocation {
  const time = new Date(START + Math.round(at * 1_000));
  return {
    p_log_type: "AWS.BedrockModelInvocation",
    p_row_id: rowId(row),
    p_event_time: time,
    p_parse_time: time,
    accountId: "111122223333",
    modelId: "amazon.nova-lite-v1:0",
    timestamp: time,
    ...fields,
  };
}

export function rowId(row: number): string {
  return row.toString(16).padStart(32, "0");
}

/** One call per line: when, of which group, and what it adds. */
export type Step = readonly [seconds: number, group: string, adds?: number | string];

/** Steps as calls: the group is the account; a text is the model, a number the tokens. */
export function calls(steps: readonly Step[]): Invocation[] {
  return steps.map(([at, accountId, adds], row) =>
    call(at, row, {
      accountId,
      ...(typeof adds === "string" && { modelId: adds }),
      ...(typeof adds === "number" && { input: { inputTokenCount: adds } }),
    }),
  );
}

/** A rule over all calls, grouped by account. */
export const BASE = {
  id: "Test.Rule",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: () => true,
  dedup: (event: Invocation) => event.accountId,
} as const;

/** {@link BASE} with changes that the types may not allow, as a rule without types could have them. */
export function rule(changes: object = {}): AnyRule {
  return defineRule({ ...BASE, ...changes } as never);
}

export function engine(rules: readonly Detection[], options: Partial<EngineOptions> = {}): Engine {
  return new Engine({ rules, digest: sha256, ...options });
}

/** Keeps what engines save, copied, as a store does. */
export function savedState() {
  const entries = new Map<string, object>();
  return {
    entries,
    open: (): ReadonlyMap<string, object> => structuredClone(entries),
    save(running: Engine): void {
      const { puts, deletes } = structuredClone(running.takeDelta());
      for (const key of deletes) entries.delete(key);
      for (const [key, value] of puts) entries.set(key, value);
    },
  };
}

/** All alerts of a history. */
export async function run(
  rules: Detection | Detection[],
  events: readonly Invocation[],
  options: Partial<EngineOptions> = {},
): Promise<readonly Alert[]> {
  const running = engine([rules].flat(), options);
  for (const event of events) running.push(event);
  return running.finish();
}

/** The only alert of a history. */
export async function only(
  rules: AnyRule | AnyRule[],
  events: readonly Invocation[] = [call(0, 0)],
): Promise<Alert> {
  const [alert, ...others] = await run(rules, events);
  if (alert === undefined || others.length > 0) throw new Error(`expected one alert, not ${others.length}`);
  return alert;
}

/** Seconds into the history. */
export function seconds(time: string): number {
  return (Date.parse(time) - START) / 1_000;
}
