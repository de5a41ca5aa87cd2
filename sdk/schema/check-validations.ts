import { doubtful, type Finding } from "./finding.ts";
import { mapping, type RawValue } from "./raw-schema.ts";

/** Validations that do less than they seem to. */
export function* checkValidations(values: readonly RawValue[]): Generator<Finding> {
  for (const { raw, path } of values) {
    if (raw.validate === undefined || raw.validate === null) continue;
    const { allow, deny } = mapping(raw.validate);
    const at = [...path, "validate"];
    if (Object.keys(mapping(raw.validate)).length === 0)
      yield doubtful(at, "allows everything", "say what the text must be, or leave it out");
    if (allow !== undefined && deny !== undefined)
      yield doubtful([...at, "deny"], "has no effect beside allow", "keep one of them");
  }
}
