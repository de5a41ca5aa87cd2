import { didYouMean, shown } from "./describe-choice.ts";
import type { Finding } from "./finding.ts";
import { homeOf, KEYS, typeWith } from "./key-homes.ts";
import type { Path, Raw } from "./raw-schema.ts";

/** Parsers of Panther that run code, and what to do without them. */
const CODE_PARSERS = new Map([
  [
    "native",
    {
      message: "the parser native is Go code inside Panther",
      fix: "write a csv, fastmatch or regex parser, or turn the log into JSON first",
    },
  ],
  [
    "script",
    {
      message: "the parser script is not run",
      fix: "write a fastmatch or regex parser with expandFields, or use transformations",
    },
  ],
]);

/** Why a key cannot be where it is, and what to do: corrected, moved, or left out. */
export function describeKey(key: string, path: Path, beside: Raw): Pick<Finding, "code" | "message" | "fix"> {
  const unsupported = path.length === 1 && path[0] === "parser" ? CODE_PARSERS.get(key) : undefined;
  if (unsupported !== undefined) return { code: "SCHEMA_UNSUPPORTED", ...unsupported };
  const home = homeOf(key);
  if (home === undefined)
    return {
      code: "SCHEMA_INVALID",
      message: `unknown key ${shown(key)}`,
      fix: didYouMean(key, KEYS) ?? "correct its spelling, or remove it",
    };
  const isOfElement = beside.type === "array" && typeWith(key) !== undefined;
  return {
    code: "SCHEMA_INVALID",
    message: `${key} belongs ${home}`,
    fix: isOfElement ? "put it on the element" : "move it there, or remove it",
  };
}
