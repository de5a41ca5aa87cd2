import { CaracalError } from "../../base/caracal-error.ts";
import { ruleMetadata } from "../../rule/rule-metadata.ts";

/** What a rule and its files are called. */
export interface RuleName {
  readonly id: string;
  /** The rule's file below `rules`, and its test's below `test/rules`, without an extension: `acme-bedrock/new-region`. */
  readonly path: string;
  /** For people: `New region`. */
  readonly displayName: string;
}

/**
 * Names a rule's files after its id: the last part is the file, those before it are the pack.
 *
 * @param pack the folder below `rules`. Default: `acme-bedrock` of `Acme.Bedrock.NewRegion`
 * @throws CaracalError `ARGUMENT_INVALID`
 */
export function ruleName(id: string, pack?: string): RuleName {
  const parts = id.split(".").map(kebab);
  const file = parts.at(-1) ?? "";
  if (!ruleMetadata.shape.id.safeParse(id).success || parts.includes(""))
    throw invalid(`${id} is no id of a rule`, "write one such as Acme.Bedrock.NewRegion");
  if (pack !== undefined && !/^[\w-]+(\/[\w-]+)*$/.test(pack))
    throw invalid(`${pack} is no folder below rules`, "write one such as acme-bedrock");
  const folder = pack ?? parts.slice(0, -1).join("-");
  return {
    id,
    path: folder === "" ? file : `${folder}/${file}`,
    displayName: capitalized(file.replaceAll("-", " ")),
  };
}

/** `OpusBurst` is `opus-burst`, `S3Public` is `s3-public`, `IAMRole` is `iam-role`. */
function kebab(part: string): string {
  return part
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join("-");
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function invalid(message: string, fix: string): CaracalError {
  return new CaracalError({ code: "ARGUMENT_INVALID", message, fix });
}
