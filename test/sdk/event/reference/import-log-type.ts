import { stripTypeScriptTypes } from "node:module";
import type { LogType } from "../../../../sdk/event/log-type.ts";
import { generateLogType } from "../../../../sdk/schema/generate-log-type.ts";
import type { LogSchema } from "../../../../sdk/schema/log-schema.ts";

const RUNTIME = new URL("../../../../sdk/event/index.ts", import.meta.url).href;

/** The text that is generated from a schema, with a runtime that can be found from anywhere. */
export function generatedText(schema: LogSchema): string {
  return generateLogType(schema, undefined, { from: ["thing.yml"], runtime: RUNTIME });
}

/** Runs a generated text, as Node.js runs TypeScript, and returns its log type. */
export async function importLogType(text: string): Promise<LogType> {
  const code = encodeURIComponent(stripTypeScriptTypes(text));
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${code}`)) as object;
  return Object.values(module)[0] as LogType;
}
