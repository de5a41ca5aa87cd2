import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { CaracalError } from "../base/caracal-error.ts";
import type { Code } from "../base/codes.ts";
import { type Labels, labelsForm } from "../score/labels.ts";
import { alertForm, type ScoredAlert } from "../score/scored-alert.ts";
import { readText } from "./read-text.ts";

/** What there is to score in a folder. */
export interface Scored {
  readonly labels: Labels;
  readonly alerts: readonly ScoredAlert[];
}

/**
 * Reads the labels and the alerts of a simulation.
 *
 * @param file the alerts, in the folder. Default: `alerts.ndjson`, or `alerts.json` where only that is there
 * @throws CaracalError `INPUT_NOT_FOUND`, `INPUT_UNREADABLE`, `LABELS_INVALID`, `ALERTS_INVALID`
 */
export async function readScored(folder: string, file?: string): Promise<Scored> {
  const labels = await readLabels(folder);
  const names = file === undefined ? ["alerts.ndjson", "alerts.json"] : [file];
  const paths = names.map((name) => join(folder, name));
  const [wanted = ""] = paths;
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) {
    const fix = `make it: caracal run ${join(folder, "logs")} --rules aws --format ndjson --out ${wanted}`;
    throw missing(wanted, "there are no alerts to score", fix);
  }
  return { labels, alerts: readAlerts(await readText(path), path) };
}

async function readLabels(folder: string): Promise<Labels> {
  const path = join(folder, "labels.json");
  if (!existsSync(path))
    throw missing(path, "there are no labels to score by", `make them: caracal simulate --out ${folder}`);
  const text = await readText(path);
  return checked(labelsForm, parsed(text, "LABELS_INVALID", { source: path }), "LABELS_INVALID", {
    source: path,
  });
}

/** Alerts as `caracal run` writes them. Of lines with one id, the last is how the alert has become. */
function readAlerts(text: string, source: string): ScoredAlert[] {
  const code = "ALERTS_INVALID";
  const said = text.trimStart().startsWith("[")
    ? asArray(parsed(text, code, { source })).map((value) => ({ value, place: { source } }))
    : text.split("\n").flatMap((line, at) => {
        const place = { source, line: at + 1 };
        return line.trim() === "" ? [] : [{ value: parsed(line, code, place), place }];
      });
  const alerts = said.map(({ value, place }) => checked(alertForm, value, code, place));
  return [...new Map(alerts.map((alert) => [alert.alertId, alert])).values()];
}

interface Place {
  readonly source: string;
  readonly line?: number;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function parsed(text: string, code: Code, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CaracalError({ code, ...place, message: `is not JSON: ${why}` }, { cause });
  }
}

function checked<Form extends z.ZodType>(
  form: Form,
  value: unknown,
  code: Code,
  place: Place,
): z.infer<Form> {
  const { data, error } = form.safeParse(value);
  if (error === undefined) return data;
  // One wrong field of many rows would be told many times.
  const [issue, ...more] = error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  const others = more.length === 0 ? "" : `, and ${more.length} more`;
  throw new CaracalError({ code, ...place, message: `${where}${issue?.message ?? "is wrong"}${others}` });
}

function missing(source: string, message: string, fix: string): CaracalError {
  return new CaracalError({ code: "INPUT_NOT_FOUND", source, message, fix });
}
