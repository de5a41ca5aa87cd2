import type { LogType } from "../event/log-type.ts";

/**
 * The fields at the top of a log type's events that together tell one record from another; none where only the whole
 * content does.
 */
export function identityFields(logType: LogType): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(
    {},
    {
      get(_, key) {
        if (typeof key === "string") read.add(key);
        return undefined;
      },
    },
  );
  logType.identity?.(watched);
  return [...read];
}

/** The fields at the top of a log type's events that hold times. */
export function timeFields(logType: LogType): readonly string[] {
  const shape = (logType.schema() as unknown as { readonly shape?: Record<string, ZodPart> }).shape ?? {};
  return Object.entries(shape)
    .filter(([, part]) => isTime(part))
    .map(([name]) => name);
}

/** What zod tells of a type: its kind, and what is in it when it is optional. */
interface ZodPart {
  readonly def: { readonly type: string; readonly innerType?: ZodPart };
}

function isTime({ def }: ZodPart): boolean {
  return def.type === "date" || (def.innerType !== undefined && isTime(def.innerType));
}
