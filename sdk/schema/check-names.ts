import { doubtful, type Finding, wrong } from "./finding.ts";
import type { Path, Raw } from "./raw-schema.ts";

/** The names of an object's fields: each once, and none at the top that Caracal keeps for its own. */
export function* checkNames(fields: readonly Raw[], path: Path): Generator<Finding> {
  const names = new Set<string>();
  const inLowerCase = new Map<string, string>();
  for (const [index, { name }] of fields.entries()) {
    if (typeof name !== "string") continue;
    const at = [...path, index, "name"];
    const alike = inLowerCase.get(name.toLowerCase());
    if (names.has(name)) yield wrong(at, `${name} is the name of an earlier field`, "choose another name");
    else if (alike !== undefined)
      yield doubtful(at, `${name} and ${alike} differ in case alone`, "make sure that records have both");
    if (path.length === 1 && name.startsWith("p_"))
      yield wrong(at, `${name} begins with p_, which is reserved for standard fields`, "choose another name");
    names.add(name);
    inLowerCase.set(name.toLowerCase(), name);
  }
}
