import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import { sha256 } from "../event/sha256.ts";
import { formatCount } from "../report/format-count.ts";
import { nearest } from "../schema/nearest.ts";
import { type LifeRecord, lifeLayout, SCENARIOS, simulate, type Simulation } from "../simulate/index.ts";
import { parseMoment } from "./options.ts";
import { progressBar } from "./progress-bar.ts";

/** What the command line says of simulating. */
export interface SimulateCommandOptions {
  readonly out?: string;
  readonly days: number;
  readonly seed: number;
  readonly scale: number;
  readonly scenario?: readonly string[];
  readonly heldOut: boolean;
  readonly start: string;
  readonly list: boolean;
}

/** Prints the attacks that there are, each with its variants. */
export function listScenarios(): void {
  for (const { id, title, techniques, variants } of SCENARIOS) {
    process.stdout.write(`${id}  ${title} ${techniques.join(" ")}\n`);
    for (const variant of Object.keys(variants)) process.stdout.write(`  ${id}/${variant}\n`);
  }
}

/**
 * Writes logs and their labels.
 *
 * @throws CaracalError `ARGUMENT_INVALID`, `OUTPUT_EXISTS`, `OUTPUT_UNWRITABLE`
 */
export async function simulateLogs(options: SimulateCommandOptions): Promise<void> {
  const { out, days, seed } = options;
  if (out === undefined) throw new CaracalError(noFolder);
  const simulation = chosen(options);
  refuseFull(out);
  const begun = performance.now();
  const counts = { records: 0, bytes: 0 };
  const bar = progressBar(process.stderr, days);
  try {
    for (const { key, bytes } of lifeLayout(counted(simulation.records, counts, bar), seed)) {
      await write(join(out, "logs", key), bytes);
      counts.bytes += bytes.length;
    }
  } finally {
    bar.clear();
  }
  const labels = simulation.labels();
  await write(join(out, "labels.json"), `${JSON.stringify(labels, undefined, 1)}\n`);
  const told = [
    formatCount(counts.records, "record"),
    `${formatCount(Math.round(counts.bytes / 1e3))} KB`,
    formatCount(labels.incidents.length, "incident"),
    formatCount(labels.decoys.length, "decoy"),
  ];
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  process.stderr.write(`${told.join(", ")} in ${seconds} s: ${out}\n`);
  if (simulation.unplaced.length > 0)
    process.stderr.write(`no room in these days for ${simulation.unplaced.join(", ")}\n`);
}

const noFolder = {
  code: "ARGUMENT_INVALID",
  message: "nothing says where the logs go",
  fix: "name a new folder: --out DIR",
} as const;

function chosen({ scenario, days, seed, scale, heldOut, start }: SimulateCommandOptions): Simulation {
  const scenarios = scenario?.length === 1 && scenario[0] === "none" ? [] : scenario;
  try {
    return simulate({
      seed,
      days,
      scale,
      heldOut,
      start: new Date(parseMoment(start)),
      digest: sha256,
      ...(scenarios && { scenarios }),
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CaracalError(unknown(cause.message), { cause });
  }
}

function unknown(name: string): ConstructorParameters<typeof CaracalError>[0] {
  const names = SCENARIOS.flatMap(({ id, variants }) => [
    id,
    ...Object.keys(variants).map((one) => `${id}/${one}`),
  ]);
  const guess = nearest(name, names);
  const fix = guess === undefined ? "caracal simulate --list shows what there is" : `did you mean ${guess}?`;
  return { code: "ARGUMENT_INVALID", source: name, message: "there is no such attack", fix };
}

/** @throws CaracalError where logs would get among other files */
function refuseFull(folder: string): void {
  if (!existsSync(folder) || isEmptyFolder(folder)) return;
  const message = "is there already and is no empty folder, and nothing was written";
  const fix = "move it away, or choose another name";
  throw new CaracalError({ code: "OUTPUT_EXISTS", source: folder, message, fix });
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

/** The records as they come, counted and drawn. */
function* counted(
  records: Iterable<LifeRecord>,
  counts: { records: number },
  bar: ReturnType<typeof progressBar>,
): Generator<LifeRecord> {
  let day = 0;
  for (const record of records) {
    counts.records += 1;
    const next = Math.floor(record.time / 86_400_000);
    bar.advance(day === 0 ? 0 : next - day, counts.records);
    day = next;
    yield record;
  }
}

/** Each file is on its way before the next one is made, so that memory does not grow with the logs. */
async function write(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: "wx" });
  } catch (cause) {
    const message = `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    const fix = "check its folder, the permissions and the room on the disk";
    throw new CaracalError({ code: "OUTPUT_UNWRITABLE", source: path, message, fix }, { cause });
  }
}
