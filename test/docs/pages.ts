import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../sdk/cli/caracal.ts";

/** A block of code in a page. */
export interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

/** Everything that is written for people to read. */
export const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...globSync("docs/*.md", { cwd: REPOSITORY }),
];

export const blocks = pages.flatMap(blocksOf);

export function textOf(page: string): string {
  return readFileSync(join(REPOSITORY, page), "utf8");
}

function blocksOf(page: string): Block[] {
  const found = textOf(page).matchAll(/^```(\w*)\n([^]*?)^```$/gm);
  return [...found].map(([, language = "", text = ""]) => ({ page, language, text }));
}
