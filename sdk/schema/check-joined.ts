import { checkOverlay, checkSchema } from "./check-schema.ts";
import type { Finding } from "./finding.ts";
import { type Path, type Raw, valuesIn } from "./raw-schema.ts";

/**
 * What is wrong with a schema and its overlay together, and with neither alone: each finding where the overlay brings
 * it about.
 *
 * @param told what is known already: one place is not told of twice
 */
export function checkJoined(joined: Raw, overlay: Raw, told: readonly Finding[]): Finding[] {
  const placeOf = inOverlay(joined, overlay);
  const places = new Set(told.map(keyOf));
  const alone = new Set(checkOverlay(overlay).map((finding) => keyOf(finding) + finding.message));
  return checkSchema(joined).flatMap((finding) => {
    const place = placeOf(finding);
    // The schema alone is in order, but it may be doubtful.
    if (place === undefined && finding.code === "SCHEMA_DOUBTFUL") return [];
    const found = { ...finding, ...place };
    return places.has(keyOf(found)) || alone.has(keyOf(found) + found.message) ? [] : [found];
  });
}

/** Where in an overlay is what a finding about the joined schema is about; `undefined` where it is not of the overlay. */
function inOverlay(joined: Raw, overlay: Raw): (finding: Finding) => Pick<Finding, "path"> | undefined {
  const origins = new Map(valuesIn(overlay).map(({ raw, path }) => [raw, path]));
  const moved = new Map<string, Path>();
  for (const { raw, path } of valuesIn(joined)) {
    const origin = origins.get(raw);
    if (origin !== undefined) moved.set(path.join("."), origin);
  }
  return ({ path, key }) => {
    const whole = key === undefined ? path : [...path, key];
    for (let length = whole.length; length > 0; length--) {
      const origin = moved.get(whole.slice(0, length).join("."));
      // In both files it lies equally deep.
      if (origin !== undefined) return { path: [...origin, ...path.slice(length)].slice(0, path.length) };
    }
    return undefined;
  };
}

function keyOf({ path, key = "" }: Finding): string {
  return [...path, key].join(".");
}
