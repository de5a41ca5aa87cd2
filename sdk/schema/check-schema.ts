import { checkNames } from "./check-names.ts";
import { checkParser } from "./check-parser.ts";
import { checkTargets, checkUses } from "./check-refs.ts";
import { checkSize } from "./check-size.ts";
import { checkEventTime, checkTimes } from "./check-times.ts";
import { checkMasks, checkTransformations } from "./check-transformations.ts";
import { checkTypes } from "./check-types.ts";
import { checkValidations } from "./check-validations.ts";
import type { Finding } from "./finding.ts";
import { fieldListsIn, mapping, type Raw, type RawValue, valuesIn } from "./raw-schema.ts";

/**
 * What the shape of a schema cannot say. Nothing is certain of the file: whatever is wrong in one place, the others are
 * checked.
 *
 * @param overlay what is added to the schema: it may use definitions, and bring the event's time
 */
export function checkSchema(schema: Raw, overlay: Raw = {}): Finding[] {
  const values = valuesIn(schema);
  const all = [...values, ...valuesIn(overlay)];
  return [
    ...checkValues(schema, values),
    ...checkTargets(values, Object.keys(mapping(schema.definitions))),
    ...checkUses(schema, all),
    ...checkSize(schema, values),
    ...checkEventTime(all),
    ...checkParser(schema),
  ];
}

/** The same of an overlay, as far as it can be told without its schema. */
export function checkOverlay(overlay: Raw): Finding[] {
  return checkValues(overlay, valuesIn(overlay));
}

function checkValues(schema: Raw, values: readonly RawValue[]): Finding[] {
  // First, because it gives values without a type the one that they likely mean.
  const findings = [
    ...checkTypes(values),
    ...checkTimes(values),
    ...checkValidations(values),
    ...checkMasks(values, schema),
  ];
  for (const { fields, path } of fieldListsIn(schema, values))
    findings.push(...checkNames(fields, path), ...checkTransformations(fields, path, schema));
  return findings;
}
