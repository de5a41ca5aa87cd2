import { readFileSync, writeFileSync } from "node:fs";
import { readOverlay, readSchema } from "../schema/read-schema.ts";
import { applyOverlay } from "../schema/apply-overlay.ts";
import { generateLogType } from "../schema/generate-log-type.ts";
const d = "sdk/event/schemas/";
const n = "AWS.BedrockModelInvocation";
const s = readSchema(readFileSync(d + n + ".yml", "utf8"), n + ".yml");
const o = readOverlay(readFileSync(d + n + ".overlay.yml", "utf8"), n);
writeFileSync(
  "sdk/event/generated/aws-bedrock-model-invocation.ts",
  generateLogType(applyOverlay(s, o), o, {
    from: [n + ".yml", n + ".overlay.yml"],
    runtime: "../index.ts",
    registry: "../log-types.ts",
  }),
);
