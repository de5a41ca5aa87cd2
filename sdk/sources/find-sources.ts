import type { Dirent, Stats } from "node:fs";
import { glob, readdir, stat } from "node:fs/promises";
import type { Issue } from "../base/issue.ts";
import { fileSource } from "./file-source.ts";
import { reasonToSkip } from "./s3-key.ts";
import type { Source } from "./source.ts";
import { streamSource } from "./stream-source.ts";

/** Names that a log may have; in a folder, others are left alone. */
const LOG_NAME = /\.(json|ndjson|jsonl|log)(\.gz|\.zst)?$|\.(gz|zst)$/;

/** What paths lead to. */
export interface FoundSources {
  readonly sources: readonly Source[];
  /** Paths that do not exist or cannot be read, and empty files. */
  readonly issues: readonly Issue[];
  /** Files in folders that are no logs by their names. */
  readonly otherFiles: number;
}

/**
 * The sources that paths name: files, folders with all that is below them, globs, and `-` for a stream. A file named
 * by two of the paths is one source.
 */
export async function findSources(
  paths: readonly string[],
  stdin: AsyncIterable<Buffer>,
): Promise<FoundSources> {
  const search: Search = { sources: new Map(), issues: [], otherFiles: 0 };
  for (const path of paths) {
    if (path === "-") search.sources.set("-", streamSource(stdin));
    else await findAt(path, search);
  }
  return { ...search, sources: [...search.sources.values()] };
}

interface Search {
  readonly sources: Map<string, Source>;
  readonly issues: Issue[];
  otherFiles: number;
}

async function findAt(path: string, search: Search): Promise<void> {
  const found = await statOf(path);
  if (found !== undefined) return await addPath(path, found, search);
  const matches = /[*?[{]/.test(path) ? (await Array.fromAsync(glob(path))).sort() : [];
  if (matches.length === 0) {
    search.issues.push({
      code: "INPUT_NOT_FOUND",
      source: path,
      message: "there is no such file or folder, and no file matches it",
    });
  }
  for (const match of matches) {
    const stats = await statOf(match);
    if (stats !== undefined) await addPath(match, stats, search);
  }
}

async function addPath(path: string, stats: Stats, search: Search): Promise<void> {
  const name = path.replaceAll("\\", "/");
  if (stats.isDirectory()) await addFolder(name.replace(/(.)\/+$/, "$1"), search);
  else if (stats.isFile()) addFile(name, stats.size, search);
  else search.sources.set(name, fileSource(name, 0));
}

function addFile(path: string, size: number, search: Search): void {
  if (size === 0 && reasonToSkip(path) === undefined) {
    search.issues.push({ code: "INPUT_EMPTY", source: path, message: "the file is empty" });
  }
  search.sources.set(path, fileSource(path, size));
}

async function addFolder(folder: string, search: Search): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const message = `the folder cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    search.issues.push({ code: "INPUT_UNREADABLE", source: folder, message, fix: "check its permissions" });
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    const stats = entry.isFile() || entry.isSymbolicLink() ? await statOf(path) : undefined;
    if (entry.isDirectory()) await addFolder(path, search);
    else if (stats?.isFile() && (LOG_NAME.test(entry.name) || reasonToSkip(path) !== undefined))
      addFile(path, stats.size, search);
    else search.otherFiles++;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  return await stat(path).catch(() => undefined);
}
