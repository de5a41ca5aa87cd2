import { readModules } from "../read-modules.ts";

/**
 * What rule files import of the project by relative paths, and what that imports: for each rule file
 * those that it needs.
 *
 * @param rules paths of the rule files
 * @param all paths of all rule files of the project; they are measured on their own
 */
export async function sharedFiles(
  rules: readonly string[],
  all: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = rules.map(async (rule) => {
    const { modules } = await readModules([rule]);
    return [rule, [...modules.keys()].filter((file) => !all.includes(file))] as const;
  });
  return new Map(await Promise.all(found));
}
