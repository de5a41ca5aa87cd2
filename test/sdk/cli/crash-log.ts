import { gzipSync } from "node:zlib";
import { record } from "./caracal.ts";

const START = Date.UTC(2026, 2, 2);
const DAY = 86_400_000;
const DAYS = 6;

/** One rule for each kind of measure, one that fails now and then, and correlations of them. */
const RULES = `import { defineCorrelation, defineRule, step, without } from "caracal";
import { principal, tokens } from "caracal/bedrock";

const base = { logTypes: ["AWS.BedrockModelInvocation"], severity: "MEDIUM" } as const;
const who = (event) => principal(event).key;

export const every = defineRule({ ...base, id: "Test.Every", detect: (event) => event.errorCode === "Throttled" });
export const many = defineRule({ ...base, id: "Test.Many", dedup: who, dedupPeriod: "2h",
  detect: () => true, threshold: { count: 6, within: "30m" } });
export const models = defineRule({ ...base, id: "Test.Models", dedup: who,
  detect: () => true, threshold: { unique: (event) => event.modelId ?? "", atLeast: 3, within: "1h" } });
export const burn = defineRule({ ...base, id: "Test.Burn", dedup: who,
  detect: () => true, threshold: { sum: (event) => tokens(event).total, atLeast: 6_000, within: "2h" } });
export const failing = defineRule({ ...base, id: "Test.Failing", dedup: who,
  detect: () => true, threshold: { ratio: (event) => event.errorCode !== undefined, above: 0.2, minimum: 5, within: "6h" } });
export const fresh = defineRule({ ...base, id: "Test.Fresh", dedup: who, detect: () => true,
  firstSeen: { key: (event) => [who(event), event.modelId ?? ""], learn: "1d", forget: "1d" } });
export const silent = defineRule({ ...base, id: "Test.Silent", dedup: who, detect: () => true,
  threshold: { absence: "3h", minimum: 2, within: "1h" } });
export const unusual = defineRule({ ...base, id: "Test.Unusual", dedup: who, detect: () => true,
  threshold: { baseline: (event) => tokens(event).total, factor: 2, floor: 3_000, warmUp: "2d", within: "1h" } });
export const broken = defineRule({ ...base, id: "Test.Broken", dedup: who, detect: (event) => {
  if (event.errorCode === "AccessDenied") throw new TypeError("no answer");
  return false;
} });
export const chain = defineCorrelation({ id: "Test.Chain", severity: "HIGH", order: "sequence", within: "6h",
  steps: { throttled: step(every, { by: who, atLeast: 2 }), busy: step(many, { by: who, on: "alert" }) } });
export const alone = defineCorrelation({ id: "Test.Alone", severity: "HIGH", order: "sequence", within: "3h",
  steps: { throttled: step(every, { by: who }), quiet: without(fresh, { by: who, within: "1h" }) } });
`;

/**
 * Rules, and the log of six days: a file a day, plain or compressed, and beside them a container with what a second
 * account did. One record in 50 comes twice, one in 80 late by minutes or hours, one in 90 is broken.
 *
 * @param count how many records, about
 */
export function crashLog(count: number): Record<string, string | Uint8Array> {
  const random = randomFrom(7);
  const files: string[][] = Array.from({ length: DAYS }, () => []);
  const contained: string[] = [];
  for (let id = 0; id < count; id++) {
    const at = (id / count) * DAYS * DAY;
    const text = invocation(id, at, random);
    const day = files[Math.floor(at / DAY)] ?? contained;
    (random(4) === 0 ? contained : day).push(text);
    if (random(50) === 0) contained.push(text);
    if (random(90) === 0) day.push(`{broken ${id}`);
  }
  const names = files.map((lines, day) => [`logs/day-${day}.ndjson`, `${lines.join("\n")}\n`] as const);
  return {
    "rules/all.ts": RULES,
    "logs/cloudwatch.json.gz": gzipSync(payloads(contained)),
    ...Object.fromEntries(
      names.map(([name, text], day) => (day % 2 === 0 ? [name, text] : [`${name}.gz`, gzipSync(text)])),
    ),
  };
}

function invocation(id: number, at: number, random: (below: number) => number): string {
  const late = random(80) === 0 ? random(3 * 3_600_000) : random(60_000);
  const busy = Math.floor(at / 3_600_000) % 5;
  const user = random(3) === 0 ? random(10) : busy;
  return record(id, {
    timestamp: new Date(START + Math.max(0, at - late)).toISOString(),
    identity: { arn: `arn:aws:iam::111122223333:user/u${user}` },
    modelId: `model-${random(3) === 0 ? random(6) : 0}`,
    input: { inputTokenCount: random(1_000) },
    ...(random(12) === 0 && { errorCode: random(3) === 0 ? "AccessDenied" : "Throttled" }),
  });
}

/** What CloudWatch Logs hands to its subscribers, some records at a time. */
function payloads(records: readonly string[]): string {
  const texts: string[] = [];
  for (let at = 0; at < records.length; at += 20) {
    const logEvents = records.slice(at, at + 20).map((message, id) => ({ id: `${at + id}`, message }));
    texts.push(JSON.stringify({ messageType: "DATA_MESSAGE", logGroup: "calls", logEvents }));
  }
  return texts.join("\n");
}

/** Numbers that look random and are the same each time: a linear congruential generator. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
