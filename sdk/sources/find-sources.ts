import { createReadStream, type Dirent } from "node:fs";
import { glob, readdir, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { Issue } from "../base/issue.ts";
import { fileSource } from "./file-source.ts";
import { reasonToSkip } from "./s3-key.ts";
import type { Source } from "./source.ts";
import { streamSource } from "./stream-source.ts";
import { isMissing, unreadable } from "./unreadable.ts";

/** Names that a log may have; in a folder, others are left alone. */
const LOG_NAME = /(\.(json|ndjson|jsonl|log|csv|tsv)|(?<!\.tar)\.(gz|zst))$/i;

/** What paths lead to. */
export interface FoundSources {
  readonly sources: readonly Source[];
  /** Paths that do not exist or cannot be read, and empty files. */
  readonly issues: readonly Issue[];
  /** What is in folders but is no log by its name, or no file; a link to a folder is none. */
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
  const search = new Search();
  for (const path of paths) {
    if (path === "-") search.add(path, streamSource(stdin));
    else await search.addNamed(sep === "/" ? path : path.replaceAll(sep, "/"));
  }
  return { sources: [...search.sources.values()], issues: search.issues, otherFiles: search.otherFiles };
}

class Search {
  readonly sources = new Map<string, Source>();
  readonly issues: Issue[] = [];
  otherFiles = 0;

  add(key: string, source: Source): void {
    if (!this.sources.has(key)) this.sources.set(key, source);
  }

  async addNamed(path: string): Promise<void> {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) await this.#addFolder(path);
      else if (stats.isFile()) this.#addFile(path, stats.size);
      // A pipe or a device: what was read from it is gone.
      else this.add(resolve(path), streamSource(openLate(path), path));
    } catch (error) {
      if (isMissing(error)) await this.#addGlob(path);
      else this.issues.push(...unreadable(path, error).issues);
    }
  }

  async #addGlob(pattern: string): Promise<void> {
    const matches = /[*?[{]/.test(pattern) ? (await Array.fromAsync(glob(pattern))).toSorted() : [];
    for (const match of matches) await this.#addMatch(match, "glob");
    if (matches.length > 0) return;
    const message = "there is no such file or folder, and no file matches it";
    this.issues.push({ code: "INPUT_NOT_FOUND", source: pattern, message });
  }

  async #addFolder(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.issues.push(...unreadable(folder, error).issues);
      return;
    }
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder.endsWith("/") ? folder : `${folder}/`}${entry.name}`;
      if (entry.isDirectory()) await this.#addFolder(path);
      else if (LOG_NAME.test(path) || reasonToSkip(path) !== undefined) await this.#addMatch(path, "folder");
      else this.otherFiles++;
    }
  }

  /** Links to folders are followed where they are named, not where they are found: they may lead in a circle. */
  async #addMatch(path: string, by: "glob" | "folder"): Promise<void> {
    try {
      const stats = await stat(path);
      if (stats.isFile()) this.#addFile(path, stats.size);
      else if (stats.isDirectory() && by === "glob") await this.#addFolder(path);
      else this.otherFiles++;
    } catch (error) {
      this.issues.push(...unreadable(path, error).issues);
    }
  }

  #addFile(path: string, size: number): void {
    const key = resolve(path);
    if (this.sources.has(key)) return;
    if (size === 0 && reasonToSkip(path) === undefined)
      this.issues.push({ code: "INPUT_EMPTY", source: path, message: "the file is empty" });
    this.add(key, fileSource(path, size));
  }
}

async function* openLate(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}
