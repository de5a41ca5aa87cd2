import { InvalidArgumentError } from "commander";
import { isDuration, toMilliseconds } from "../base/duration.ts";
import { type Limit, LIMITED } from "../score/limit.ts";

/** Limits with commas between them, as `recall=0.95,any-recall=1,median-time=15m`; they join those of the option before. */
export function parseLimits(text: string, before: readonly Limit[] = []): readonly Limit[] {
  return [...before, ...text.split(",").map(parseLimit)];
}

function parseLimit(text: string): Limit {
  const [, any, name, value = ""] = /^(any-)?([a-z-]+)=(.+)$/.exec(text.trim()) ?? [];
  const figure = LIMITED.find((one) => one === name);
  if (figure === undefined)
    throw new InvalidArgumentError(`Write one of ${LIMITED.join(", ")}, then = and a limit: recall=0.95.`);
  return { level: any === undefined ? "loud" : "any", figure, limit: parseValue(figure, value) };
}

function parseValue(figure: Limit["figure"], text: string): number {
  if (figure === "median-time") {
    if (!isDuration(text)) throw new InvalidArgumentError("Write a length of time: median-time=15m.");
    return toMilliseconds(text) / 1_000;
  }
  const value = Number(text);
  const isShare = figure === "recall" || figure === "precision";
  if (!/^\d+(\.\d+)?$/.test(text) || (isShare && value > 1))
    throw new InvalidArgumentError(
      isShare ? `Write a share from 0 to 1: ${figure}=0.95.` : `Write a number: ${figure}=0.5.`,
    );
  return value;
}
